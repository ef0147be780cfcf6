import { randomBytes } from 'node:crypto';

/** Capitals and digits of base32, which AWS's own identifiers keep to. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const letters = (count: number) =>
  Array.from(randomBytes(count), (byte) => alphabet.charAt(byte % alphabet.length)).join('');

/** Prefixes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes */
export const newUserId = () => `AIDA${letters(17)}`;
export const newRoleId = () => `AROA${letters(17)}`;
export const newTemporaryKeyId = () => `ASIA${letters(16)}`;
export const newAccessKeyId = () => `AKIA${letters(16)}`;

/** 40 characters as AWS's: 240 random bits in base64. */
export const newSecretAccessKey = () => randomBytes(30).toString('base64');
