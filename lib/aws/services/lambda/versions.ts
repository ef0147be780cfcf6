import { z } from 'zod';
import { checkRevision } from './checkRevision';
import { functionNamed, invalid } from './functionName';
import { functionShape } from './functionShape';
import { versionOf } from './functions';
import { inputOf } from './inputOf';
import type { LambdaRuns } from './LambdaRuns';
import { listed } from './listed';

const members = z.object({
  CodeSha256: z.string().optional(),
  Description: z.string().optional(),
  RevisionId: z.string().optional(),
});

export const versions: LambdaRuns = {
  PublishVersion: async (call) => {
    const { functionName } = functionNamed(call);
    const { CodeSha256, Description: description, RevisionId } = await inputOf(call, members);
    return call.door.control.together(async ({ functions }) => {
      const latest = versionOf(await functions.get(call.actor, functionName));
      checkRevision(latest, RevisionId);
      if (CodeSha256 !== undefined && CodeSha256 !== latest.codeSha256)
        throw invalid(
          `CodeSHA256 (${CodeSha256}) is different from current CodeSHA256 in $LATEST (${latest.codeSha256}). Please try again with the CodeSHA256 in $LATEST.`,
        );
      const input = { ...(description !== undefined && { description }) };
      return functionShape(await functions.publishVersion(call.actor, functionName, input));
    });
  },
  ListVersionsByFunction: async (call) => {
    const { functionName } = functionNamed(call);
    const all = await call.door.control.functions.versions(call.actor, functionName);
    return listed(call, 'Versions', all, ({ version }) => version, functionShape);
  },
};
