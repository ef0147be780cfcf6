export const scriptKinds = ['comment', 'string', 'keyword', 'number'] as const;
export interface ScriptToken {
  kind: (typeof scriptKinds)[number];
  from: number;
  to: number;
}

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

const patternOf = (script: keyof typeof words) =>
  new RegExp(
    `(?<comment>${comments[script].source})|(?<string>${strings[script].source})|(?<keyword>(?<![\\w$.])(?:${words[script]})(?![\\w$]))|(?<number>(?<![\\w$])\\d[\\w.]*)`,
    'g',
  );
const patterns = { javascript: patternOf('javascript'), python: patternOf('python') };

/**
 * Tokens of JavaScript or Python that can be told without a grammar, in order: comments, texts over many lines,
 * words, numbers. Regular expressions and what stands inside `${}` are not told.
 */
export function scriptTokens(script: keyof typeof patterns, text: string): ScriptToken[] {
  return [...text.matchAll(patterns[script])].flatMap(({ 0: found, index, groups = {} }) => {
    const kind = scriptKinds.find((each) => groups[each] !== undefined);
    return kind && found !== '' ? [{ kind, from: index, to: index + found.length }] : [];
  });
}
