'use client';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import CodeMirror, { Decoration, EditorView, type Extension, Prec } from '@uiw/react-codemirror';
import { useTheme } from 'next-themes';
import { useEffect, useMemo, useRef } from 'react';
import type { CodeEditorProps, CodeLanguage } from './CodeEditor';
import { lineNotes } from './lineNotes';
import { scriptMarks } from './scriptMarks';
import { velocityMarks } from './velocityMarks';

const languages: Record<CodeLanguage, () => Extension[]> = {
  json: () => [json()],
  yaml: () => [yaml()],
  velocity: () => [velocityMarks, EditorView.lineWrapping],
  javascript: () => [scriptMarks('javascript')],
  python: () => [scriptMarks('python')],
  plain: () => [EditorView.lineWrapping],
};

// above the library's themes, which bring surfaces of their own
const looks = EditorView.theme({
  '&': { fontSize: '12.5px', backgroundColor: 'var(--canvas)', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--accent-ink)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '19px' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    color: 'var(--muted)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-velocity-comment': { color: 'var(--muted)', fontStyle: 'italic' },
  '.cm-velocity-directive': { color: 'var(--verb-violet)' },
  '.cm-velocity-reference': { color: 'var(--verb-blue)' },
  '.cm-script-comment': { color: 'var(--muted)', fontStyle: 'italic' },
  '.cm-script-string': { color: 'var(--verb-green)' },
  '.cm-script-keyword': { color: 'var(--verb-violet)' },
  '.cm-script-number': { color: 'var(--verb-blue)' },
  '.cm-line-note': {
    color: 'var(--muted)',
    marginLeft: '2ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    display: 'inline-block',
    maxWidth: '48ch',
    verticalAlign: 'bottom',
  },
  '.cm-error-place': { textDecoration: 'underline wavy var(--danger)', textUnderlineOffset: '3px' },
  '.cm-error-line': { backgroundColor: 'var(--danger-fill)', boxShadow: 'inset 2px 0 var(--danger)' },
});

/** The CodeMirror behind CodeEditor; default export because it is loaded on demand. */
export default function CodeEditorSurface(props: CodeEditorProps) {
  const { resolvedTheme } = useTheme();
  const view = useRef<EditorView>(null);
  const { language = 'plain', label, describedBy, readOnly } = props;
  const { notes, errorAt } = props;
  const lines = props.errorLines?.join(',') ?? '';
  const place = errorAt ? `${errorAt.line}:${errorAt.column}` : '';
  const extensions = useMemo(
    () => [
      ...languages[language](),
      Prec.highest(looks),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': describedBy ?? '',
        // What cannot be edited takes no focus of its own, and a keyboard could not scroll it; what can be
        // edited does, but checkers of accessibility look for the attribute.
        tabindex: '0',
      }),
      markLines(lines),
      markPlace(place),
      ...(notes ? [lineNotes(notes)] : []),
    ],
    [language, label, describedBy, lines, place, notes],
  );
  useEffect(() => {
    if (view.current && props.reveal) reveal(view.current, props.reveal.line);
  }, [props.reveal]);
  return (
    <CodeMirror
      value={props.value}
      onChange={props.onChange}
      onCreateEditor={(editor) => {
        view.current = editor;
      }}
      extensions={extensions}
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      readOnly={readOnly}
      editable={!readOnly}
      height={props.height}
      minHeight={props.minHeight}
      maxHeight={props.maxHeight}
      placeholder={props.placeholder}
      indentWithTab={false}
      className="overflow-hidden rounded-md border border-field"
    />
  );
}

/** Marks the 1-based lines of a comma-separated list. */
function markLines(list: string): Extension {
  const lines = list.split(',').map(Number).filter(Boolean);
  return EditorView.decorations.of((editor) => {
    const { doc } = editor.state;
    const marks = [...new Set(lines)]
      .filter((line) => line <= doc.lines)
      .sort((a, b) => a - b)
      .map((line) => Decoration.line({ class: 'cm-error-line' }).range(doc.line(line).from));
    return Decoration.set(marks);
  });
}

/** Underlines from a 1-based "line:column" to the end of the line. */
function markPlace(place: string): Extension {
  const [line = 0, column = 1] = place.split(':').map(Number);
  return EditorView.decorations.of((editor) => {
    const { doc } = editor.state;
    if (line < 1 || line > doc.lines) return Decoration.none;
    const { from, to } = doc.line(line);
    // At the end of a line there is nothing to underline but what stands before.
    const start = Math.max(from, Math.min(from + column - 1, to - 1));
    return start < to
      ? Decoration.set([Decoration.mark({ class: 'cm-error-place' }).range(start, to)])
      : Decoration.none;
  });
}

function reveal(editor: EditorView, line: number): void {
  const at = editor.state.doc.line(Math.min(line, editor.state.doc.lines)).from;
  editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
}
