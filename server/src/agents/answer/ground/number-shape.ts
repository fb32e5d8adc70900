/** The source of a pattern for a number with whatever groups its digits. */
export const DIGITS = "\\d(?:[\\d.,'’]*\\d)?(?:[\\u0020\\u00a0\\u202f]\\d{3}(?!\\d))*";
