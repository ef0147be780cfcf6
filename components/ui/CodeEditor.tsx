'use client';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import dynamic from 'next/dynamic';
import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import { Skeleton } from './Skeleton';

const CodeMirror = dynamic(() => import('@uiw/react-codemirror'), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

/** Code with line numbers. `label` names it for a screen reader. */
export function CodeEditor(props: {
  label: string;
  value: string;
  onChange?: (value: string) => void;
  language?: 'json' | 'yaml' | 'plain';
  height?: string;
  readOnly?: boolean;
}) {
  const { resolvedTheme } = useTheme();
  const language = props.language ?? 'plain';
  const extensions = useMemo(() => {
    if (language === 'plain') return [];
    return [language === 'json' ? json() : yaml()];
  }, [language]);
  return (
    <div className="overflow-hidden rounded-md border border-field text-small">
      <CodeMirror
        value={props.value}
        onChange={props.onChange}
        extensions={extensions}
        theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
        height={props.height ?? '240px'}
        readOnly={props.readOnly}
        basicSetup={{ foldGutter: true, highlightActiveLine: !props.readOnly }}
        aria-label={props.label}
      />
    </div>
  );
}
