import {
  Decoration,
  type DecorationSet,
  type EditorView,
  type Extension,
  RangeSetBuilder,
  ViewPlugin,
} from '@uiw/react-codemirror';
import { scriptKinds, scriptTokens } from './scriptTokens';

const marks = new Map(scriptKinds.map((kind) => [kind, Decoration.mark({ class: `cm-script-${kind}` })]));

/** Beyond this the whole text would be read at each key for longer than a frame takes. */
const LONGEST = 200_000;

/** Colours of JavaScript or Python, by their tokens alone. */
export function scriptMarks(script: 'javascript' | 'python'): Extension {
  return ViewPlugin.define(
    (view: EditorView) => {
      let shown = marksOf(view, script);
      return {
        get decorations() {
          return shown;
        },
        update(update) {
          if (update.docChanged) shown = marksOf(update.view, script);
        },
      };
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function marksOf(view: EditorView, script: 'javascript' | 'python'): DecorationSet {
  const { doc } = view.state;
  const builder = new RangeSetBuilder<Decoration>();
  if (doc.length > LONGEST) return builder.finish();
  for (const { kind, from, to } of scriptTokens(script, doc.toString())) {
    const mark = marks.get(kind);
    if (mark) builder.add(from, to, mark);
  }
  return builder.finish();
}
