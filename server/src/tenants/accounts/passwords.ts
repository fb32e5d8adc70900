/** What makes a password good enough, and its hash. */
import { Fault, PASSWORD_LENGTH } from "@parley/contracts";

/** What people who guess begin with, of ten characters and more; shorter ones are refused anyway. In lower case. */
const COMMON = new Set(
  (
    "1234567890 12345678910 123456789a 0123456789 0987654321 9876543210 1q2w3e4r5t 1q2w3e4r5t6y qwertyuiop qwertyuiop123 " +
    "qwerty1234 qwerty12345 qwerty123456 q1w2e3r4t5 q1w2e3r4t5y6 asdfghjkl1 asdfghjkl123 zxcvbnm123 1qaz2wsx3edc " +
    "1qazxsw23edc zaq12wsxcde3 password12 password123 password1234 password12345 password!1 passw0rd123 p@ssw0rd123 " +
    "p@ssword123 mypassword changeme123 changeme1234 welcome123 welcome1234 letmein123 letmein1234 iloveyou12 " +
    "iloveyou123 sunshine123 princess123 football123 baseball123 superman123 batman1234 dragon1234 monkey1234 " +
    "master1234 shadow1234 michael123 jennifer123 computer123 internet123 administrator administrator1 admin12345 " +
    "admin123456 adminadmin adminadmin1 rootroot12 testtest12 testtest123 test123456 guest12345 secret1234 secret12345 " +
    "default123 trustno1234 abcdefghij abcdefghijk abcd123456 abc1234567 abc12345678 a123456789 aa12345678 aaaaaaaaaa " +
    "1111111111 11111111111 0000000000 00000000000 1212121212 1231231231 1122334455 9999999999 passwordpassword " +
    "correcthorsebatterystaple parleyparley parley1234 parley12345 hallo12345 passwort123 passwort1234 motdepasse " +
    "motdepasse1 contrasena1 contraseña1 geheim1234 azertyuiop azertyuiop1 qwertzuiop qwertzuiop1 qwertzuiopü"
  ).split(" "),
);

/** @throws Fault invalid_request that says what to change. */
export function assertGoodPassword(password: string, email: string): void {
  const fail = (sentence: string): never => {
    throw new Fault("invalid_request", sentence, { field: "password" });
  };
  const { least, most } = PASSWORD_LENGTH;
  if ([...password].length < least) fail(`Choose a password of at least ${least} characters.`);
  if (password.length > most) fail(`Choose a password of at most ${most} characters.`);
  const plain = password.normalize("NFKC").toLowerCase().trim();
  const [mailbox = ""] = email.split("@");
  if (plain === email || (mailbox.length >= 5 && plain.replaceAll(/[\d\W_]+$/g, "") === mailbox))
    fail("Choose a password other than your email address.");
  if (COMMON.has(plain) || new Set(plain).size < 4)
    fail("Many people use this password, so it is among the first that are tried. Choose another.");
}

/** scrypt; loaded when it is first needed, as all of better-auth. Takes about 80 ms beside the main thread. */
export async function hashPassword(password: string): Promise<string> {
  const { hashPassword: hash } = await import("@better-auth/utils/password");
  return hash(password);
}

export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const { verifyPassword: verify } = await import("@better-auth/utils/password");
  return verify(hash, password);
}
