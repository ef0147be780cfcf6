'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { FormError } from '@/components/ui/FormError';
import { leaving } from '@/components/ui/leaving';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { FunctionSummary } from '@/lib/model/function';
import { functionHref } from '../../_components/functionHref';
import { familyOf, inlineFiles } from '../../_components/runtimes';
import { scriptOf } from '../../_components/scriptOf';
import { sendZip } from '../../_components/sendZip';
import { sizeWords } from '../../_components/sizeWords';
import { ZipButton } from '../../_components/ZipButton';
import { useInlineCode } from './useInlineCode';

interface CodeTabProps {
  functionName: string;
  /** absent: $LATEST */
  version: string | undefined;
  code: Pick<
    FunctionSummary,
    'inlineCode' | 'runtime' | 'handler' | 'codeSha256' | 'codeSize' | 'lastModified'
  >;
  editable: boolean;
  /** what stands for the editor where the code is no single file */
  children: ReactNode;
}

/** The code: an editor for one file, the list of files for a zip; both can be replaced by a zip and downloaded. */
export function CodeTab(props: CodeTabProps) {
  const { functionName, version, code, editable } = props;
  const router = useRouter();
  const family = familyOf(code.runtime);
  const inline = useInlineCode(functionName, code.inlineCode, editable);
  const upload = useAction(sendZip);
  const isInline = code.inlineCode !== undefined;
  const replace = async (zip: File) => {
    if (!(await upload.run({ functionName, zip }))) return;
    toast(`Code of ${functionName} replaced`);
    router.refresh();
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {version && <VersionNotice functionName={functionName} version={version} />}
      <FormError>{inline.error ?? (upload.error && faultText(upload.error))}</FormError>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CodeFacts code={code} name={isInline ? inlineFiles[family] : 'Zip of several files'} />
        <div className="flex flex-wrap items-center gap-2 sm:ml-auto">
          {editable && (
            <ZipButton
              label="Upload zip"
              busy={upload.pending}
              onZip={(zip) => leaving.leave(() => void replace(zip))}
            />
          )}
          <DownloadLink functionName={functionName} version={version} />
          {editable && isInline && (
            <Button
              variant="primary"
              busy={inline.pending}
              disabled={!inline.dirty}
              onClick={() => void inline.save()}
              aria-keyshortcuts="Control+S"
            >
              Save code
            </Button>
          )}
        </div>
      </div>
      {isInline ? (
        <CodeEditor
          label={`Code, ${inlineFiles[family]}`}
          language={scriptOf(family)}
          value={inline.text}
          onChange={inline.setText}
          readOnly={!editable}
          height="max(320px, calc(100dvh - 250px))"
        />
      ) : (
        props.children
      )}
    </div>
  );
}

function CodeFacts({ code, name }: { code: CodeTabProps['code']; name: string }) {
  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-muted text-small">
      <span className="font-medium font-mono text-ink">{name}</span>
      <span>{sizeWords(code.codeSize)} zipped</span>
      <span>
        changed <RelativeTime time={code.lastModified} />
      </span>
      <span className="max-w-full truncate" title={code.codeSha256}>
        SHA-256 <code>{code.codeSha256.slice(0, 12)}</code>
      </span>
    </p>
  );
}

function DownloadLink({ functionName, version }: { functionName: string; version: string | undefined }) {
  const query = version ? `?${new URLSearchParams({ qualifier: version })}` : '';
  return (
    <Button asChild>
      <a href={`/api/functions/${encodeURIComponent(functionName)}/code${query}`} download>
        <Download aria-hidden />
        Download zip
      </a>
    </Button>
  );
}

function VersionNotice({ functionName, version }: { functionName: string; version: string }) {
  return (
    <p className="rounded-md border border-line-strong bg-panel px-3 py-2">
      Version {version}, as it was published. A version never changes.{' '}
      <Link href={functionHref(functionName)} className="text-accent-ink underline">
        Edit $LATEST
      </Link>
    </p>
  );
}
