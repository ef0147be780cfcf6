import type { Budget } from '../Budget';
import { readJson } from '../json/readJson';
import { toJson, toText } from '../print';
import { Bean, type Value } from '../values';

type Convert = (text: string, budget: Budget) => Value;

const functions = new Map<string, Convert>([
  ['escapeJavaScript', escapeJavaScript],
  ['parseJson', (text, budget) => readJson(text, budget)?.value ?? null],
  ['urlEncode', urlEncode],
  ['urlDecode', urlDecode],
  ['base64Encode', (text) => Buffer.from(text, 'utf8').toString('base64')],
  ['base64Decode', (text) => Buffer.from(text, 'base64').toString('utf8')],
]);

/** $util: conversions of one text. */
export class Util extends Bean {
  constructor(private readonly budget: Budget) {
    super();
  }

  override call(name: string, [arg = null]: Value[]): Value {
    const convert = functions.get(name);
    if (!convert) return null;
    if (arg === null) return name === 'escapeJavaScript' ? 'null' : null;
    const result = convert(this.budget.text(this.asText(name, arg)), this.budget);
    return typeof result === 'string' ? this.budget.text(result) : result;
  }

  /** What goes on encoded goes on as JSON; escapeJavaScript takes what printing gives. */
  private asText(name: string, arg: Value): string {
    const encoded = name === 'base64Encode' || name === 'urlEncode';
    return encoded && arg instanceof Map ? toJson(arg, this.budget) : toText(arg, this.budget);
  }
}

const short: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/**
 * The guide says that this turns ' into \'; recorded outputs leave it, which is also what keeps the result valid
 * inside of JSON, so ' stays. The rest is as commons-text escapes: non-ASCII as \uXXXX.
 */
function escapeJavaScript(text: string): string {
  return text.replace(/["\\/]|[^ -~]/g, (char) => short[char] ?? unicodeEscape(char));
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** application/x-www-form-urlencoded as java.net.URLEncoder writes it: only letters, digits and .-*_ stay. */
function urlEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** The inverse; an escape that is not UTF-8 becomes U+FFFD and a lone % stays. */
function urlDecode(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-fA-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
    );
}
