import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import { isControlError } from '@/lib/model/ControlError';
import { readExportExtensions } from '@/lib/model/exportExtension';
import type { RestApiUpdate } from '@/lib/model/restApi';
import { AwsError } from '../../AwsError';
import { RestAnswer } from '../../protocols/restJsonProtocol';
import type { OperationCall } from '../../Service';
import { addressOf, flag, inputOf } from './inputOf';
import { paged } from './paged';
import { applyPatch, readPatch } from './patch';
import type { Runs } from './Runs';
import { type RestApiDraft, restApiPatch } from './restApiPatch';
import { restApiShape } from './restApiShape';

const address = z.object({ restapi_id: z.string() });
const members = z.object({
  name: z.string().default(''),
  description: z.string().nullish(),
  version: z.string().nullish(),
  cloneFrom: z.string().nullish(),
  binaryMediaTypes: z.array(z.string()).nullish(),
  minimumCompressionSize: z.number().nullish(),
  apiKeySource: z.enum(['HEADER', 'AUTHORIZER']).nullish(),
  endpointConfiguration: z
    .object({
      types: z.array(z.enum(['PRIVATE', 'EDGE', 'REGIONAL'])).nullish(),
      ipAddressType: z.enum(['ipv4', 'dualstack']).nullish(),
      vpcEndpointIds: z.array(z.string()).nullish(),
    })
    .nullish(),
  policy: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
  disableExecuteApiEndpoint: z.boolean().nullish(),
});

export const restApis: Runs = {
  CreateRestApi: async (call) => {
    const { cloneFrom, policy, tags, ...input } = await inputOf(call, members);
    return call.door.control.together(async (control) => {
      const made = await create(call, control, cloneFrom ?? undefined, {
        ...given(input),
        ...(tags && { tags }),
      });
      if (policy) await control.restApis.update(call.actor, made.id, { policy });
      return restApiShape(await control.restApis.get(call.actor, made.id), tags ?? undefined);
    });
  },
  GetRestApis: async (call) => {
    const all = await call.door.control.restApis.list(call.actor);
    const tags = await call.door.control.tags.all(call.actor, arnOf(call, ''));
    return paged(
      call,
      [...all].sort((a, b) => a.createdDate - b.createdDate),
      ({ id }) => id,
      (api) => restApiShape(api, tags[arnOf(call, api.id)]),
    );
  },
  GetRestApi: async (call) => {
    const { restapi_id: id } = await inputOf(call, address);
    return read(call, call.door.control, id);
  },
  UpdateRestApi: async (call) => {
    const { restapi_id: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const before = await control.restApis.get(call.actor, id);
      const { name, description, policy, binaryMediaTypes, minimumCompressionSize, apiKeySource } = before;
      const draft: RestApiDraft = {
        name,
        description: description ?? '',
        policy: policy ?? '',
        binaryMediaTypes: [...binaryMediaTypes],
        minimumCompressionSize: minimumCompressionSize ?? null,
        apiKeySource,
        endpointConfiguration: structuredClone(before.endpointConfiguration),
        disableExecuteApiEndpoint: before.disableExecuteApiEndpoint,
      };
      const next = applyPatch(draft, operations, restApiPatch);
      await control.restApis.update(call.actor, id, changed(before, next));
      return read(call, control, id);
    });
  },
  DeleteRestApi: async (call) => {
    const { restapi_id: id } = await inputOf(call, address);
    await call.door.control.restApis.delete(call.actor, id);
  },
  ImportRestApi: async (call) => {
    const query = addressOf(call, imported);
    return importInto(call, query, undefined, 'merge');
  },
  PutRestApi: async (call) => {
    const {
      restapi_id: id,
      mode,
      ...query
    } = addressOf(call, imported.extend({ ...address.shape, mode: putMode }));
    return importInto(call, query, id, mode);
  },
  GetExport: async (call) => {
    const input = addressOf(call, exported);
    const accept = call.request.header('accept') ?? '';
    const { fileName, body } = await call.door.control.restApis.export(call.actor, {
      restApiId: input.restapi_id,
      stageName: input.stage_name,
      exportType: exportTypeOf(input.export_type),
      format: /yaml/i.test(accept) ? 'yaml' : 'json',
      extensions: readExportExtensions(input.extensions),
    });
    const contentDisposition = `attachment; filename="${fileName}"`;
    return new RestAnswer(
      200,
      // Recorded, for JSON that was asked for as such: an export is a file.
      { 'content-type': 'application/octet-stream', 'content-disposition': contentDisposition },
      body,
    );
  },
};

const imported = z.object({
  failonwarnings: flag.default(false),
  basepath: z.enum(['ignore', 'prepend', 'split']).default('ignore'),
  endpointConfigurationTypes: z.enum(['REGIONAL', 'EDGE', 'PRIVATE']).optional(),
});
const putMode = z.enum(['merge', 'overwrite']).default('merge');
const exported = z.object({
  restapi_id: z.string(),
  stage_name: z.string(),
  export_type: z.string(),
  extensions: z.string().optional(),
});

/** AWS's words for what it cannot export as; told of an Accept header that it does not know. */
function exportTypeOf(text: string): 'oas30' | 'swagger' {
  if (text === 'oas30' || text === 'swagger') return text;
  throw new AwsError('BadRequestException', `No API exporter for type '${text}'`);
}

function create(
  { actor }: OperationCall,
  control: Control,
  cloneFrom: string | undefined,
  input: Parameters<Control['restApis']['create']>[1],
) {
  return cloneFrom === undefined
    ? control.restApis.create(actor, input)
    : control.restApis.clone(actor, cloneFrom, input);
}

async function read({ actor, ...call }: OperationCall, control: Control, id: string) {
  const api = await control.restApis.get(actor, id);
  return restApiShape(api, await control.tags.get(actor, arnOf(call, id)));
}

const arnOf = ({ door }: Pick<OperationCall, 'door'>, id: string) =>
  `arn:aws:apigateway:${door.region}::/restapis/${id}`;

/** Without what was not sent; an endpoint that says half has AWS's other half. */
function given({
  endpointConfiguration,
  ...input
}: Omit<z.output<typeof members>, 'cloneFrom' | 'policy' | 'tags'>) {
  const set = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const { types, ipAddressType, vpcEndpointIds } = endpointConfiguration ?? {};
  const kinds = types ?? ['EDGE'];
  const endpoint = {
    types: kinds,
    ipAddressType: ipAddressType ?? (kinds[0] === 'PRIVATE' ? 'dualstack' : 'ipv4'),
    ...(vpcEndpointIds && vpcEndpointIds.length > 0 && { vpcEndpointIds }),
  };
  return {
    ...Object.fromEntries(set),
    ...(endpointConfiguration && { endpointConfiguration: endpoint }),
  } as Parameters<Control['restApis']['create']>[1];
}

/** Only what differs: a policy that stays is not expanded again. */
function changed(before: object, next: RestApiDraft): RestApiUpdate {
  const was = before as Record<string, unknown>;
  const members = Object.entries(next).filter(
    ([name, value]) => JSON.stringify(was[name] ?? emptyOf(name)) !== JSON.stringify(value),
  );
  return Object.fromEntries(members);
}

const emptyOf = (name: string) => (name === 'minimumCompressionSize' ? null : '');

async function importInto(
  call: OperationCall,
  { failonwarnings: failOnWarnings, basepath, endpointConfigurationTypes }: z.output<typeof imported>,
  restApiId: string | undefined,
  mode: 'merge' | 'overwrite',
) {
  const document = (await call.request.readBody()).toString();
  if (document.trim() === '')
    throw new AwsError('BadRequestException', 'Unable to build importer with provided input.');
  return call.door.control.together(async (control) => {
    const wanted = { document, mode, basepath, ...(restApiId !== undefined && { restApiId }) };
    const { restApi, warnings } = await control.restApis.import(call.actor, wanted).catch(withoutReason);
    if (failOnWarnings) refuseWarnings(warnings);
    const id = restApi?.id ?? '';
    const type = endpointConfigurationTypes;
    if (type !== undefined)
      await control.restApis.update(call.actor, id, {
        endpointConfiguration: { types: [type], ipAddressType: type === 'PRIVATE' ? 'dualstack' : 'ipv4' },
      });
    const told = onAws(warnings).map(({ message }) => message);
    // Recorded: ImportRestApi answers without tags, PutRestApi with them.
    const shown =
      restApiId === undefined
        ? restApiShape(await control.restApis.get(call.actor, id), undefined)
        : await read(call, control, id);
    return { ...shown, ...(told.length > 0 && { warnings: told }) };
  });
}

type Warning = { line: number; message: string; isOnAws?: true };

/** AWS's importer says nothing of what it leaves unread (as recorded); the console shows all that was told here. */
const onAws = (warnings: Warning[]) => warnings.filter(({ isOnAws }) => isOnAws);

/** Text that is neither JSON nor YAML is refused in these words alone, as recorded; the console shows the place. */
function withoutReason(error: unknown): never {
  if (isControlError(error) && /^Invalid OpenAPI input\. Line \d+: Invalid (JSON|YAML)/.test(error.message))
    throw new AwsError('BadRequestException', 'Invalid OpenAPI input.');
  throw error;
}

/** What AWS warns of is what it fails on. */
function refuseWarnings(warnings: Warning[]): void {
  const [first] = onAws(warnings);
  if (first === undefined) return;
  const message = `Warnings found during import Line ${first.line}: ${first.message}`;
  throw new AwsError('BadRequestException', message);
}
