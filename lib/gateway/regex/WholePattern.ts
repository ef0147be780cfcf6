import { Automaton } from './Automaton';
import { type RegexNode, RegexParser } from './parseRegex';
import { toProgram } from './program';

/**
 * A java.util.regex pattern against a whole text (String.matches, selectionPattern), in time linear in the text.
 * Look-ahead may stand at the pattern's start, as in `(?!2\d\d).*`: there it asks something of the same text.
 */
export class WholePattern {
  private readonly automaton: Automaton;
  private readonly conditions: { automaton: Automaton; wanted: boolean }[];

  /** @throws RenderFault naming what is wrong with the pattern, or what cannot run in linear time */
  constructor(source: string) {
    const { conditions, node } = new RegexParser(source).parseConditional();
    this.automaton = fromStart([node, { kind: 'assert', what: 'end' }]);
    this.conditions = conditions.map(({ negative, node: ahead }) => ({
      automaton: fromStart([ahead]),
      wanted: !negative,
    }));
  }

  /** @throws RenderFault when this text and pattern would take too long */
  test(text: string): boolean {
    return (
      this.conditions.every(({ automaton, wanted }) => automaton.test(text) === wanted) &&
      this.automaton.test(text)
    );
  }
}

function fromStart(nodes: RegexNode[]): Automaton {
  return new Automaton(toProgram({ kind: 'all', nodes }), { anywhere: false });
}
