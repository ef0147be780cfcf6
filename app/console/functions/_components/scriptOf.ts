import type { CodeLanguage } from '@/components/ui/CodeEditor';
import type { RuntimeFamily } from './runtimes';

/** How an editor colours the code of a runtime. */
export const scriptOf = (family: RuntimeFamily): CodeLanguage =>
  family === 'nodejs' ? 'javascript' : family === 'python' ? 'python' : 'plain';
