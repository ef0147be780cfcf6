'use client';
import dynamic from 'next/dynamic';
import { useField } from './Field';
import { Skeleton } from './Skeleton';

export type CodeLanguage = 'json' | 'yaml' | 'velocity' | 'javascript' | 'python' | 'plain';
export interface CodeEditorProps {
  value: string;
  onChange?: (value: string) => void;
  language?: CodeLanguage;
  readOnly?: boolean;
  /** what it is, for readers */
  label: string;
  /** CSS lengths */
  height?: string;
  minHeight?: string;
  maxHeight?: string;
  /** 1-based lines marked as faulty */
  errorLines?: readonly number[];
  /** 1-based place underlined as faulty */
  errorAt?: { line: number; column: number };
  /** texts behind lines (1-based); keep the map while it does not change */
  notes?: ReadonlyMap<number, string>;
  /** 1-based line to bring into view; a new object goes there again */
  reveal?: { line: number };
  placeholder?: string;
  describedBy?: string;
}

// CodeMirror is about 400 KB: only pages that show an editor load it
const Surface = dynamic(() => import('./CodeEditorSurface'), {
  ssr: false,
  loading: () => <Skeleton className="h-32 w-full" />,
});

/** Editor for JSON, YAML, Velocity templates, JavaScript, Python and plain text, with line numbers and folding. Tab leaves it (Escape first inside). */
export function CodeEditor(props: CodeEditorProps) {
  const field = useField();
  return <Surface {...props} describedBy={props.describedBy ?? field['aria-describedby']} />;
}
