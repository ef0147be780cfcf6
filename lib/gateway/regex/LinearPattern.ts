import { Automaton } from './Automaton';
import { type Dialect, RegexParser } from './parseRegex';
import { toProgram } from './program';

/**
 * Whether a pattern matches somewhere in a text, in time linear in the text. For patterns of tenants over texts
 * of strangers, where a backtracking engine can be held up for minutes by either.
 */
export class LinearPattern {
  private readonly automaton: Automaton;

  /** @throws RenderFault naming what is wrong with the pattern, or what cannot run in linear time */
  constructor(
    private readonly source: string,
    dialect: Dialect,
  ) {
    const program = toProgram(new RegexParser(source, dialect).parse());
    this.automaton = new Automaton(program, { anywhere: true });
  }

  /** @throws RenderFault when this text and pattern would take too long */
  test(text: string): boolean {
    return this.automaton.test(text);
  }

  /** Who keeps patterns by their text (ajv does) tells them apart by this. */
  toString(): string {
    return `/${this.source}/`;
  }
}
