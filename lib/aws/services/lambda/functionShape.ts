import { createHash } from 'node:crypto';
import type { FunctionVersion } from '@/lib/model/function';

/**
 * A version as AWS's FunctionConfiguration has it. Functions here are ready when their operation answers, so they are
 * always Active (https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html).
 */
export function functionShape(version: FunctionVersion) {
  const { functionName, environment, architecture = 'x86_64', ephemeralStorage = 512 } = version;
  return {
    FunctionName: functionName,
    FunctionArn: version.functionArn,
    Runtime: version.runtime,
    Role: version.role,
    Handler: version.handler,
    CodeSize: version.codeSize,
    Description: version.description ?? '',
    Timeout: version.timeout,
    MemorySize: version.memorySize,
    LastModified: lambdaTime(version.lastModified),
    CodeSha256: version.codeSha256,
    Version: version.version,
    ...(Object.keys(environment).length > 0 && { Environment: { Variables: environment } }),
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: revisionId(version),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [architecture],
    EphemeralStorage: { Size: ephemeralStorage },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${functionName}` },
  };
}

/** Another one after every change. Of the parts that the version has, in UUID's form, as AWS's look. */
export function revisionId(parts: object): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** `2026-01-15T12:00:00.000+0000` */
const lambdaTime = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000');
