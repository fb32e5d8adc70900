import { useState } from "preact/hooks";
import type { ProductCard, ProductsPart } from "@parley/contracts";
import { fill } from "../../texts/fill.ts";
import { safeLink } from "../markdown/safe-link.ts";

/** Products of an answer side by side: scrolled by finger, wheel or arrow keys, one link each. */
export function Products({ part }: { part: ProductsPart }) {
  const hasImages = part.products.some((product) => imageOf(product) !== null);
  return (
    <ul class="products">
      {part.products.map((product) => (
        <li key={product.id}>
          <Card product={product} part={part} hasImage={hasImages} />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  product: ProductCard;
  part: ProductsPart;
  /** Its own, or room for one beside others that have theirs. */
  hasImage: boolean;
}

const imageOf = ({ image }: ProductCard) => (image?.startsWith("https://") ? image : null);

function Card({ product, part, hasImage }: CardProps) {
  const [broken, setBroken] = useState(false);
  const { name, brand, stock, options } = product;
  const link = safeLink(product.link ?? "");
  const image = broken ? null : imageOf(product);
  const price = money(product.price, product, part.language);
  const before = money(product.regularPrice, product, part.language);
  const state = part.words.stock[stock];
  const body = (
    <>
      {hasImage && (
        <span class="product-image">
          {image !== null && (
            <img
              src={image}
              alt=""
              width={4}
              height={3}
              loading="lazy"
              decoding="async"
              referrerpolicy="no-referrer"
              onError={() => setBroken(true)}
            />
          )}
        </span>
      )}
      {brand !== null && <small dir="auto">{brand}</small>}
      <strong dir="auto" title={name}>
        {name}
      </strong>
      {price !== null && (
        <span class="product-price">
          <b>{product.from ? fill(part.words.from, { price }) : price}</b> {before !== null && <s>{before}</s>}
        </span>
      )}
      {state !== "" && <small class={`stock ${stock}`}>{state}</small>}
      {options.map((option) => (
        <small key={option} dir="auto">
          {option}
        </small>
      ))}
    </>
  );
  return link === null ? (
    <div class="product">{body}</div>
  ) : (
    <a class="product" href={link} target="_blank" rel="noopener noreferrer">
      {body}
    </a>
  );
}

function money(amount: number | null, { currency }: ProductCard, language: string): string | null {
  if (amount === null || currency === null) return null;
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
