import Link from 'next/link';
import { Notice } from './Notice';

/**
 * The not-found page. The title is set here: one that a missing page would have had is missing too.
 * @param props.href where to go instead, if there is anywhere
 */
export function MissingPage({ href, label }: { href?: string; label?: string }) {
  return (
    <>
      <title>Nothing lives at this address · Gatehouse</title>
      <Notice
        kind="missing"
        title="Nothing lives at this address"
        actions={
          href && (
            <Link href={href} className="text-accent-ink underline">
              {label}
            </Link>
          )
        }
      >
        It was deleted or renamed, is not published, or belongs to another account.
      </Notice>
    </>
  );
}
