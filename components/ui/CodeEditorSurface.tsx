'use client';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import CodeMirror, { Decoration, EditorView, type Extension, Prec } from '@uiw/react-codemirror';
import { useTheme } from 'next-themes';
import { useEffect, useMemo, useRef } from 'react';
import type { CodeEditorProps, CodeLanguage } from './CodeEditor';

const languages: Record<CodeLanguage, () => Extension[]> = {
  json: () => [json()],
  yaml: () => [yaml()],
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
  '.cm-error-line': { backgroundColor: 'var(--danger-fill)', boxShadow: 'inset 2px 0 var(--danger)' },
});

/** The CodeMirror behind CodeEditor; default export because it is loaded on demand. */
export default function CodeEditorSurface(props: CodeEditorProps) {
  const { resolvedTheme } = useTheme();
  const view = useRef<EditorView>(null);
  const { language = 'plain', label, describedBy } = props;
  const lines = props.errorLines?.join(',') ?? '';
  const extensions = useMemo(
    () => [
      ...languages[language](),
      Prec.highest(looks),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy ?? '' }),
      markLines(lines),
    ],
    [language, label, describedBy, lines],
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
      readOnly={props.readOnly}
      editable={!props.readOnly}
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

function reveal(editor: EditorView, line: number): void {
  const at = editor.state.doc.line(Math.min(line, editor.state.doc.lines)).from;
  editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
}
