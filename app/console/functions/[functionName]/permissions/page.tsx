import { Permissions } from '../_components/permissions/Permissions';
import { findFunction } from '../findFunction';
import { readApiPlaces, readPermissions } from './readPermissions';

type Props = { params: Promise<{ functionName: string }> };

export default async function FunctionPermissionsPage({ params }: Props) {
  const { functionName } = await params;
  const { actor, found, editable } = await findFunction(functionName);
  const apis = await readApiPlaces(actor);
  return (
    <Permissions
      functionName={functionName}
      functionArn={found.functionArn}
      rows={await readPermissions(actor, found, apis)}
      qualifiers={[...found.aliases.map(({ name }) => name), ...found.versions]}
      apis={apis}
      editable={editable}
    />
  );
}
