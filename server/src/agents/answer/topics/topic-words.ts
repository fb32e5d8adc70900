/**
 * How each language asks for what visitors ask of almost any business, and by which words a page shows that it speaks
 * of that. Parted by commas; each is the beginning of a word, or a piece of one where words are not parted.
 */
import { primary } from "../../texts/texts.ts";

export type TopicKind = "price" | "pay" | "book" | "cancel";

export interface TopicWords {
  price: string;
  pay: string;
  /** Means of payment, beside the names that every language has. */
  means: string;
  book: string;
  /** Ways to book. */
  ways: string;
  /** Cancelling; and giving back, where that is not told apart. */
  cancel: string;
  /** Giving back alone: no answer to whoever asks only whether they can cancel. */
  returns?: string;
  /** What rules about it speak of. */
  rules: string;
  /** Small words beside them that leave a question what it is. */
  beside: string;
  /** Where a word that asks for it means too much to prove it on a page: "book". */
  asks?: { book: string; cancel: string };
}

const words: Record<string, TopicWords> = {
  ar: {
    price: "سعر,أسعار,الأسعار,السعر,تكلفة,يكلف,تكلف,رسوم,ثمن,بكم",
    pay: "دفع,أدفع,ندفع,سداد",
    means: "نقد,كاش,بطاقة,بطاقات,فيزا,تحويل,فاتورة",
    book: "حجز,أحجز,احجز,طلب",
    ways: "هاتف,اتصل,اتصال,موقع,تطبيق,عبر,بريد",
    cancel: "إلغاء,ألغي",
    returns: "إرجاع,استرجاع,استرداد",
    rules: "مجان,رسوم,قبل,خلال,ساعة,يوم",
    beside: "تبلغ كم هي ما كيف موعدا موعد طرق طريقة المتاحة يمكنني هل هذا ذلك يكون",
  },
  de: {
    price: "preis,kosten,kostet,gebühr,tarif,teuer,honorar,preise,preisliste,gebühren,tarife",
    pay: "zahl,bezahl,zahlung,zahlungsarten,bezahlung,bezahlen",
    means: "bar ,barzahlung,karte,kreditkarte,ec-,girocard,überweis,rechnung,lastschrift,vorkasse,raten",
    book: "buch,bestell,reservier,termin,anmeld,vereinbar,buchung,buchen,bestellen,reservierung,reservieren,anmeldung",
    ways: "telefon,ruf,anruf,online,per mail,e-mail,formular,schriftlich,vor ort,app ,im voraus",
    cancel: "stornier,storno,absag,widerruf,rücktritt,rückgängig,stornierung,stornieren,absagen,stornobedingungen",
    returns: "rückgabe,zurückgeb,zurückgegeben,umtausch,rückerstattung",
    rules: "kostenlos,kostenfrei,gebühr,frist,bis zu,vorher,innerhalb,stunden,tage,möglich,erstatt,betrag",
    beside:
      "wie viel was können wieviel werden machen etwas ware artikel hier akzeptieren nehmen annehmen zahlungsarten zahlungsmittel zahlungsmöglichkeiten möglich möglichkeiten",
  },
  el: {
    price: "τιμ,κοστίζ,κόστος,χρέωση,τιμοκατάλογος,τιμές,τιμή",
    pay: "πληρω,πληρώ,πληρωμή,πληρωμές",
    means: "μετρητά,κάρτα,κάρτες,κατάθεση,τιμολόγιο,έμβασμα",
    book: "κράτηση,κρατήσεις,ραντεβού,παραγγελ,παραγγελία",
    ways: "τηλέφων,τηλεφων,online,email,φόρμα",
    cancel: "ακύρωσ,ακυρώ,ακύρωση",
    returns: "επιστροφή,επιστροφές",
    rules: "δωρεάν,χρέωση,έως,πριν,ώρες,ημέρες",
    beside: "μπορώ να κάνω πώς πόσο είναι ποιες οι τρόποι τρόπους δέχεστε αυτό",
  },
  en: {
    price: "price,pricing,cost,fee,fees,charge,rate,rates,tariff,expensive,how much",
    pay: "pay,paying,payment,payments",
    means: "cash,card,cards,debit,credit,bank transfer,invoice,cheque,instalment,installment,direct debit,voucher",
    book: "booking,reserv,appointment,to book,can book,please book,book a,book an,book your,book by,book online,book at,book in,to order,can order,order online,place an order,sign up,enrol",
    ways: "phone,telephone,call,online,email,e-mail,website,form ,forms ,counter,in person,app ,in advance,ahead,walk in",
    cancel: "cancel,cancellation,right of withdrawal",
    returns: "return,refund,money back,returns,return policy,be returned,exchange",
    rules: "free,fee,charge,within,until,before,notice,days,hours,receipt,deposit,refund",
    beside:
      "pay much does do what are your you i can may how is it that this they these those there book order place make an a something anything return accept take accepted methods method options ways way which possible",
    asks: { book: "book,order,reserve", cancel: "cancel" },
  },
  es: {
    price: "precio,tarifa,cuesta,cuestan,cuánto vale,coste,costo,cobran,precios,tarifas",
    pay: "pagar,pago,pagos,se paga",
    means: "efectivo,tarjeta,transferencia,factura,domiciliación,contra reembolso,plazos",
    book: "reserva,cita,pedir cita,pedido,encarg,reservas,encargos",
    ways: "teléfono,llam,en línea,online,correo,web,formulario,whatsapp",
    cancel: "cancel,anular,anulación,devolucion,devolución,reembols,desist,cancelar,cancelación,reembolso",
    rules: "gratis,gratuit,cargo,hasta,antes,horas,días,plazo",
    beside:
      "cuánto cómo cuáles son es puedo podría los las reservar pedir devolver algo tienen qué formas métodos aceptan de o esto eso hacer",
    asks: { book: "reservar,reserva,pedir,encargar", cancel: "cancelar,devolver,anular" },
  },
  fr: {
    price: "prix,tarif,coût,coûte,coûtent,combien",
    pay: "paie,paye,payer,règle,paiement,règlement,paiements",
    means: "espèces,carte,cartes,chèque,virement,facture,ticket-restaurant,chèques-vacances",
    book: "réserv,rendez-vous,command,réservation,réserver,commande,commander",
    ways: "téléphon,appel,en ligne,site,mail,formulaire,sur place",
    cancel: "annul,rembours,rétract,retours,droit de retour,annulation,annuler,remboursement,rétractation",
    rules: "gratuit,sans frais,frais,jusqu,avant,heures,jours,délai",
    beside:
      "combien comment quels quelles sont est ça cela ce vos je puis peux peut on moyens modes acceptez vous c'est retourner un une article ou la le les",
    asks: { book: "réserver,commander", cancel: "annuler,retourner,renvoyer" },
  },
  he: {
    price: "מחיר,עולה,עלות,תעריף,כמה זה",
    pay: "תשלום,לשלם,משלמים,שלם",
    means: "מזומן,אשראי,כרטיס,העברה,ביט,צ'ק",
    book: "הזמנ,להזמין,מזמינים,תור",
    ways: "טלפון,אתר,להתקשר,התקשר,אפליקציה",
    cancel: "ביטול,לבטל",
    returns: "החזר,החזרה",
    rules: "חינם,דמי,עד,לפני,שעות,ימים",
    beside: "איך אפשר כמה זה מה הם המחירים אתם",
  },
  hi: {
    price: "कीमत,मूल्य,शुल्क,दाम,दर,लागत",
    pay: "भुगतान,पेमेंट",
    means: "नकद,कार्ड,यूपीआई,upi,बैंक",
    book: "बुकिंग,बुक,आरक्षण,ऑर्डर",
    ways: "फ़ोन,कॉल,ऑनलाइन,वेबसाइट",
    cancel: "रद्द",
    returns: "वापसी,रिफंड",
    rules: "मुफ़्त,शुल्क,पहले,घंटे,दिन",
    beside: "कितनी कितना है कैसे कर सकते हैं मैं करूँ क्या सकता हूँ यह इसकी",
  },
  it: {
    price: "prezz,tariff,costo,costi,costa,costano,listino,quanto viene,prezzi,prezzo,tariffe",
    pay: "pagar,pagament,paga,pagamento,pagamenti,pagare",
    means: "contanti,carta,carte,bancomat,bonifico,fattura,satispay,assegno",
    book: "prenot,ordinar,ordini,appuntament,prenotazione,prenotare,prenotazioni,appuntamento",
    ways: "telefon,chiam,online,sito,mail,modulo,whatsapp",
    cancel: "disd,annull,cancell,resi,reso,rimbors,recesso,disdetta,disdire,annullamento,cancellazione,rimborso",
    rules: "gratis,gratuit,penale,entro,prima,ore,giorni",
    beside: "quanto come quali sono i posso si può restituire qualcosa o ordinare metodi accettate è questo",
    asks: { book: "prenotare,ordinare", cancel: "disdire,restituire,annullare" },
  },
  ja: {
    price: "料金,値段,価格,いくら,費用",
    pay: "支払,お支払い,決済",
    means: "現金,カード,クレジット,振込,電子マネー,代引,後払い",
    book: "予約,注文,申し込み,申込",
    ways: "電話,オンライン,ウェブ,フォーム,メール,サイト,店頭,ネット",
    cancel: "キャンセル,返品,返金,取り消し",
    rules: "無料,まで,以内,前日,当日,日前,%",
    beside:
      "は です か いくら の方法 方法 や の を できます ますか 教えて ください どう すれば 何 どんな どの くらい これ それ が 使えます ？",
  },
  ko: {
    price: "가격,요금,비용,얼마",
    pay: "결제,지불,계산",
    means: "현금,카드,계좌,이체,페이",
    book: "예약,주문,신청",
    ways: "전화,온라인,홈페이지,앱,이메일,방문",
    cancel: "취소,반품,환불",
    rules: "무료,수수료,이내,까지,전날,당일",
    beside:
      "은 는 이 가 을 를 얼마 인가요 예요 어떻게 하나요 방법 무엇 가능 한가요 이나 나 할 수 있나요 되나요 뭐 수단 해요",
  },
  nl: {
    price: "prijs,prijzen,kost,tarie,duur,kosten,tarieven",
    pay: "betaal,betalen,betaling",
    means: "contant,pin,kaart,creditcard,overschrij,factuur,achteraf",
    book: "boek,bestel,reserv,afspraak,boeken,bestellen,reserveren",
    ways: "telefoon,bel ,belt,bellen,online,mail,formulier,website,balie",
    cancel: "annul,retour,terugbetal,herroep,annuleren,annulering,retourneren,terugbetaling,herroeping",
    rules: "gratis,kosteloos,kosten,tot,vooraf,binnen,uur,dagen",
    beside: "wat hoe veel kan ik het zijn de uw jullie boeken bestellen iets of mogelijk dat dit",
    asks: { book: "boeken,bestellen,reserveren", cancel: "annuleren,retourneren" },
  },
  pl: {
    price: "cen,koszt,opłat,taryf,cena,ceny,cennik,koszt,opłaty",
    pay: "płat,płac,zapłac,płatność,płatności,zapłata",
    means: "gotów,kart,przelew,blik,faktur,raty",
    book: "rezerw,zarezerw,zamów,zamaw,termin,zapis,rezerwacja,zamówienie,zapisy",
    ways: "telefon,dzwoń,online,formularz,mail,stron",
    cancel: "anulo,odwoł,rezygn,zwrot,odstąp,anulowanie,odwołanie,rezygnacja,zwrot,zwroty",
    rules: "bezpłat,opłat,przed,godzin,dni",
    beside: "ile to jak mogę jakie są wasze czy można lub zwrócić formy metody jest się",
    asks: { book: "zarezerwować,zamówić,zapisać", cancel: "anulować,zwrócić,odwołać" },
  },
  pt: {
    price: "preço,tarifa,custa,custam,custo,valor,quanto é,preços,tarifas",
    pay: "pagar,pagamento,paga-se",
    means: "dinheiro,cartão,cartões,pix,transferência,mb way,multibanco,boleto,fatura",
    book: "reserv,marcar,marcação,agend,encomend,pedido,reserva,reservas,encomenda",
    ways: "telefone,ligu,online,site,mail,formulário,whatsapp",
    cancel: "cancel,devoluç,reembols,desist,cancelamento,devolução,reembolso,cancelar",
    rules: "grátis,gratuit,taxa,até,antes,horas,dias,prazo",
    beside:
      "quanto como posso quais são os seus vocês reservar pedir ou devolver formas métodos de aceitam é isso isto",
    asks: { book: "reservar,pedir,marcar,encomendar", cancel: "cancelar,devolver" },
  },
  ro: {
    price: "preț,pret,tarif,cost,costă,prețuri,tarife",
    pay: "plăt,plat,plată,plata,plăți",
    means: "numerar,card,cash,transfer,factur",
    book: "rezerv,programare,programări,comand,rezervare,rezervări,comandă",
    ways: "telefon,suna,online,site,mail,formular",
    cancel: "anul,retur,ramburs,anulare,retur,rambursare",
    rules: "gratuit,taxă,până,înainte,ore,zile",
    beside: "cât cum pot care sunt sau returna ceva acesta e este ce metode",
    asks: { book: "rezerva,comanda", cancel: "anula,returna" },
  },
  ru: {
    price: "цен,стои,стоимост,тариф,прайс,расценк,цены,цена,стоимость,прайс-лист",
    pay: "оплат,плат,оплата,платеж",
    means: "наличн,карт,перевод,счет,счёт,сбп,рассрочк",
    book: "бронир,заброн,заказ,запис,бронирование,забронировать,запись,записаться",
    ways: "телефон,звон,онлайн,сайт,почт,форм,приложени",
    cancel: "отмен,возврат,вернуть деньги,отмена,отменить",
    rules: "бесплатн,комисси,часов,дней,суток",
    beside: "сколько это как можно ли какие у вас или вернуть способы оно он она",
    asks: { book: "забронировать,заказать,записаться", cancel: "отменить,вернуть" },
  },
  th: {
    price: "ราคา,ค่าบริการ,เท่าไหร่,เท่าไร,ค่าใช้จ่าย",
    pay: "ชำระ,จ่าย",
    means: "เงินสด,บัตร,โอน,พร้อมเพย์,qr",
    book: "จอง,สั่งซื้อ,นัด",
    ways: "โทร,ออนไลน์,เว็บ,ไลน์,line,อีเมล",
    cancel: "ยกเลิก,คืนสินค้า,คืนเงิน",
    rules: "ฟรี,ค่าธรรมเนียม,ล่วงหน้า,ภายใน,ชั่วโมง,วัน",
    beside: "ได้อย่างไร อย่างไร ได้ไหม ไหม หรือ เงิน ได้ ยังไง คะ ครับ นี้ มี อะไร บ้าง วิธี",
  },
  tr: {
    price: "ne kadar,fiyat,ücret,tarife,kaç para,fiyatlar,fiyat listesi,ücretler",
    pay: "öde,ödeme,ödemeler",
    means: "nakit,kart,havale,eft,taksit,fatura",
    book: "rezervasyon,randevu,sipariş",
    ways: "telefon,arayın,arayabilir,arayarak,online,internet,site,form,e-posta,whatsapp",
    cancel: "iptal,iade",
    rules: "ücretsiz,kadar,önce,saat,gün",
    beside:
      "ne kadar nasıl yapabilir yapabilirim veya verebilirim edebilir edebilirim miyim bu o nedir ödeyebilirim hangi yöntemleri",
  },
  uk: {
    price: "цін,кошт,вартіст,тариф,прайс,ціни,ціна,вартість",
    pay: "оплат,плат,оплата,платіж",
    means: "готівк,карт,переказ,рахун,розстрочк",
    book: "бронюв,заброн,замов,запис,бронювання,замовлення,запис",
    ways: "телефон,дзвін,дзвон,онлайн,сайт,пошт,форм",
    cancel: "скасув,скасов,повернення,скасування,скасувати",
    rules: "безкоштовн,комісі,годин,днів,дні",
    beside: "скільки це як можна чи які у вас або повернути способи",
    asks: { book: "забронювати,замовити,записатися", cancel: "скасувати,повернути" },
  },
  vi: {
    price: "giá,chi phí,phí",
    pay: "thanh toán,trả tiền",
    means: "tiền mặt,thẻ,chuyển khoản,momo,hóa đơn",
    book: "đặt,đặt chỗ,đặt hàng,đặt bàn,đặt phòng,đặt lịch",
    ways: "điện thoại,gọi,trực tuyến,online,website,email,zalo",
    cancel: "hủy,huỷ,trả,trả hàng,hoàn tiền,đổi trả",
    rules: "miễn phí,phí,trước,trong vòng,giờ,ngày",
    beside: "bao nhiêu làm sao để hoặc bằng cách nào tôi có thể không này là",
  },
  zh: {
    price: "价格,价钱,多少钱,费用,收费,價格,價錢,多少錢",
    pay: "付款,支付,结账,付钱",
    means: "现金,刷卡,信用卡,转账,银行卡",
    book: "预订,预约,预定,下单,订购,預訂,預約",
    ways: "电话,网上,在线,官网,小程序,微信,邮件",
    cancel: "取消,退货,退款,退订",
    rules: "免费,手续费,之前,以内,小时,天,提前",
    beside: "是 多少 怎么 或 可以 用 什么 方式 吗 你们 的 我 能 如何 请问 这个 它 有 哪些",
  },
};

/** Undefined where we have no words of a language. */
export function topicWordsOf(language: string): TopicWords | undefined {
  return words[primary(language)];
}
