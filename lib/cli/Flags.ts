import { usageError } from './CliFailure';

/** The options that were given. */
export class Flags {
  constructor(private readonly values: Record<string, string | boolean | undefined>) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === '') throw usageError(`--${name} needs a value`);
    return typeof value === 'string' ? value : undefined;
  }

  has(name: string): boolean {
    return this.values[name] === true;
  }

  /** @throws CliFailure that names the choices */
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name);
    const choice = choices.find((one) => one === text);
    if (text !== undefined && choice === undefined)
      throw usageError(`--${name} is one of ${choices.join(', ')}, not ${text}`);
    return choice;
  }

  /** @throws CliFailure unless it is an http or https URL */
  url(name: string): string | undefined {
    const text = this.text(name);
    if (text !== undefined && !(URL.canParse(text) && /^https?:/.test(text)))
      throw usageError(`--${name} is an http or https URL, not ${text}`);
    return text?.replace(/\/+$/, '');
  }
}
