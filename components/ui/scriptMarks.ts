import {
  Decoration,
  type DecorationSet,
  type EditorView,
  type Extension,
  RangeSetBuilder,
  ViewPlugin,
} from '@uiw/react-codemirror';

const kinds = ['comment', 'string', 'keyword', 'number'] as const;
const marks = kinds.map((kind) => Decoration.mark({ class: `cm-script-${kind}` }));

const words = {
  javascript:
    'async|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|export|extends|false|finally|for|from|function|if|import|in|instanceof|let|new|null|of|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|yield',
  python:
    'and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield',
};
const comments = { javascript: /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/, python: /#.*/ };
const strings = {
  javascript: /`(?:\\[\s\S]|[^\\`])*(?:`|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/,
  python:
    /(?<quote>"""|''')(?:\\[\s\S]|(?!\k<quote>)[\s\S])*(?:\k<quote>|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/,
};
/** Beyond this the whole text would be read at each key for longer than a frame takes. */
const LONGEST = 200_000;

/**
 * Colours of JavaScript or Python by their tokens alone: comments, texts over many lines, words, numbers. What a
 * grammar would tell (regular expressions, what stands inside `${}`) stays uncoloured.
 */
export function scriptMarks(script: 'javascript' | 'python'): Extension {
  const token = new RegExp(
    `(?<comment>${comments[script].source})|(?<string>${strings[script].source})|(?<keyword>(?<![\\w$.])(?:${words[script]})(?![\\w$]))|(?<number>(?<![\\w$])\\d[\\w.]*)`,
    'g',
  );
  return ViewPlugin.define(
    (view: EditorView) => {
      let shown = marksOf(view, token);
      return {
        get decorations() {
          return shown;
        },
        update(update) {
          if (update.docChanged) shown = marksOf(update.view, token);
        },
      };
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function marksOf(view: EditorView, token: RegExp): DecorationSet {
  const { doc } = view.state;
  const builder = new RangeSetBuilder<Decoration>();
  if (doc.length > LONGEST) return builder.finish();
  for (const { 0: text, index, groups = {} } of doc.toString().matchAll(token)) {
    const mark = marks[kinds.findIndex((kind) => groups[kind] !== undefined)];
    if (mark && text !== '') builder.add(index, index + text.length, mark);
  }
  return builder.finish();
}
