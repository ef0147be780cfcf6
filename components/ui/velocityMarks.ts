import {
  Decoration,
  type DecorationSet,
  type EditorView,
  type Extension,
  MatchDecorator,
  ViewPlugin,
} from '@uiw/react-codemirror';

const kinds = ['comment', 'directive', 'reference'] as const;
const marks = kinds.map((kind) => Decoration.mark({ class: `cm-velocity-${kind}` }));

/** Comments, then directives and calls of macros, then references: $x, $!x, ${x.y}. */
const token =
  /(##.*|#\*.*?(?:\*#|$))|(#(?:\{(?:else|end)\}|@?(?:set|if|elseif|else|end|foreach|define|macro|break|stop)\b|@?\w+(?=\()))|(\$!?\{?[a-zA-Z_][\w-]*(?:\.[a-zA-Z_][\w-]*)*\}?)/g;

const decorator = new MatchDecorator({
  regexp: token,
  decoration: (match) => marks[match.slice(1).findIndex((group) => group !== undefined)] ?? null,
});

/** Colours of the Velocity template language, by its tokens alone. */
export const velocityMarks: Extension = ViewPlugin.define(
  (view: EditorView) => {
    let shown: DecorationSet = decorator.createDeco(view);
    return {
      get decorations() {
        return shown;
      },
      update(update) {
        shown = decorator.updateDeco(update, shown);
      },
    };
  },
  { decorations: (plugin) => plugin.decorations },
);
