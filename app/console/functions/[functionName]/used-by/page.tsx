import { FunctionUses } from '../_components/FunctionUses';
import { findFunction } from '../findFunction';
import { readFunctionUses } from './readFunctionUses';

export default async function FunctionUsedByPage({ params }: { params: Promise<{ functionName: string }> }) {
  const { functionName } = await params;
  const { actor, found, editable } = await findFunction(functionName);
  const uses = await readFunctionUses(actor, found.usedBy);
  return <FunctionUses functionName={functionName} uses={uses} editable={editable} />;
}
