import { control } from '@/lib/runtime/slot';
import { CodeTab } from './_components/CodeTab';
import { ZipContents } from './_components/ZipContents';
import { findFunction } from './findFunction';
import { type ZipEntry, zipEntries } from './zipEntries';

type Props = {
  params: Promise<{ functionName: string }>;
  searchParams: Promise<{ version?: string }>;
};

/** The code of $LATEST, or of the version that the address names, which never changes. */
export default async function FunctionCodePage({ params, searchParams }: Props) {
  const { functionName } = await params;
  const { version } = await searchParams;
  const { actor, found, editable } = await findFunction(functionName, version);
  const { inlineCode, runtime, handler, codeSha256, codeSize, lastModified } = found;
  const entries: ZipEntry[] =
    inlineCode === undefined
      ? await zipEntries(await control().functions.code(actor, functionName, version))
      : [];
  return (
    <CodeTab
      key={found.version}
      functionName={functionName}
      version={version}
      code={{ inlineCode, runtime, handler, codeSha256, codeSize, lastModified }}
      editable={editable && !version}
    >
      <ZipContents entries={entries} />
    </CodeTab>
  );
}
