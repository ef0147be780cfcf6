import { control } from '@/lib/runtime/slot';
import { AliasSection } from '../_components/versions/AliasSection';
import type { VersionRow } from '../_components/versions/VersionRow';
import { VersionSection } from '../_components/versions/VersionSection';
import { findFunction } from '../findFunction';

type Props = { params: Promise<{ functionName: string }> };

export default async function FunctionVersionsPage({ params }: Props) {
  const { functionName } = await params;
  const { actor, found, editable } = await findFunction(functionName);
  const published = await Promise.all(
    found.versions.map((version) => control().functions.get(actor, functionName, version)),
  );
  const rows: VersionRow[] = published.map(
    ({ version, description, codeSha256, codeSize, lastModified }) => ({
      version,
      description: description ?? '',
      codeSha256,
      codeSize,
      lastModified,
      aliases: found.aliases.filter((alias) => alias.functionVersion === version).map(({ name }) => name),
    }),
  );
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
      <AliasSection
        functionName={functionName}
        aliases={found.aliases}
        versions={found.versions}
        editable={editable}
      />
      <VersionSection
        functionName={functionName}
        versions={rows}
        changed={published[0]?.codeSha256 !== found.codeSha256}
        editable={editable}
      />
    </div>
  );
}
