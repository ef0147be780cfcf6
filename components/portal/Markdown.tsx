import type { ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import './prose.css';

/**
 * GitHub Flavored Markdown, rendered on the server. Raw HTML is never parsed, and what the Markdown itself makes
 * passes GitHub's allow-list, which drops `javascript:` links too.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="prose">
      <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]} components={{ pre }}>
        {text}
      </ReactMarkdown>
    </div>
  );
}

/** Wide code scrolls sideways: with the keyboard too. */
const pre = ({ children }: { children?: ReactNode }) => <pre tabIndex={0}>{children}</pre>;
