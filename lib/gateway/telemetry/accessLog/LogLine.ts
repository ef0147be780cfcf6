/** Longest event that CloudWatch Logs takes, in letters. */
const LONGEST = 256 * 1024;

/** A claim's name may hold `-`, and in brackets anything; other variables are letters, digits and dots. */
const VARIABLE =
  /\$context\.(authorizer(?:\.claims)?(?:\.\w(?:[\w-]*\w)?|\['[^']+'\])|[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)/g;

/** What a variable holds; anything but text, numbers and booleans counts as nothing. */
export type ReadVariable = (path: readonly string[]) => unknown;

/**
 * A stage's access log format, read once. What callers send cannot end a line or leave the quotes that it stands in:
 * it is escaped as JSON text is, in formats of XML as XML is.
 */
export class LogLine {
  private readonly texts: string[] = [];
  private readonly variables: string[][] = [];
  private readonly escape: (text: string) => string;

  constructor(format: string) {
    const line = format.trimEnd();
    let end = 0;
    for (const { 0: whole, 1: name = '', index } of line.matchAll(VARIABLE)) {
      this.texts.push(line.slice(end, index));
      this.variables.push(pathOf(name));
      end = index + whole.length;
    }
    this.texts.push(line.slice(end));
    this.escape = line.startsWith('<') ? escapeXml : escapeJson;
  }

  /** `-` stands for what has no value. */
  render(read: ReadVariable): string {
    const [first = '', ...texts] = this.texts;
    const line = texts.reduce((before, text, index) => before + this.value(index, read) + text, first);
    return line.length > LONGEST ? line.slice(0, LONGEST) : line;
  }

  private value(index: number, read: ReadVariable): string {
    const path = this.variables[index] ?? [];
    const value = read(path);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'string' || value === '') return '-';
    // It is JSON text with its quotes.
    return path.join('.') === 'error.messageString' ? value : this.escape(value);
  }
}

/** `authorizer.claims['custom:role']` -> its three names */
function pathOf(name: string): string[] {
  const [, before = name, quoted] = /^(.*)\['(.*)'\]$/.exec(name) ?? [];
  return quoted === undefined ? name.split('.') : [...before.split('.'), quoted];
}

/** All that some reader takes for the end of a line, and what ends a text in quotes. */
const TO_ESCAPE = /["\\\p{Cc}\u2028\u2029]/gu;

function escapeJson(text: string): string {
  return text.replace(TO_ESCAPE, (letter) =>
    letter === '"' || letter === '\\'
      ? `\\${letter}`
      : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Control characters are none in XML, not even as references. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"'\p{Cc}\u2028\u2029]/gu, (letter) => ENTITIES[letter] ?? '\uFFFD');
}
