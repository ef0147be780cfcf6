import { z } from 'zod';
import { portalArn, productArn } from '@/lib/control/portals/portalArns';
import {
  type Portal,
  type PortalInput,
  type PortalUpdate,
  portalAuthorization,
  portalEndpointConfiguration,
} from '@/lib/model/portalSite';
import type { Tags } from '@/lib/model/tag';
import type { OperationCall } from '../../Service';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { isoDate } from './isoDate';
import { paged } from './paged';
import { productIdOf } from './productArn';

/** Of the two forms that a union has, exactly one: AWS's clients know no other. */
function oneForm<Form extends z.ZodType>(name: string, form: Form) {
  return z.looseObject({}).transform((value, context): z.output<Form> => {
    const parsed = form.safeParse(value);
    if (parsed.success) return parsed.data;
    const keys = Object.keys(value);
    const message =
      keys.length === 1 ? parsed.error.issues.map(deepest).join('; ') : `${name} has exactly one member`;
    context.addIssue({ code: 'custom', message: `Invalid ${name} specified: ${message}` });
    return z.NEVER;
  });
}

/** What the form that was meant says: of a union's forms, the one that got furthest. */
function deepest(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return `${issue.path.join('.')}: ${issue.message}`;
  const all = issue.errors.flat().filter(({ code }) => code !== 'unrecognized_keys');
  const [furthest] = all.sort((one, other) => other.path.length - one.path.length);
  return furthest ? deepest(furthest) : issue.message;
}

const color = z.string();
const members = z.object({
  authorization: oneForm('authorization', portalAuthorization),
  endpointConfiguration: oneForm('endpointConfiguration', portalEndpointConfiguration),
  portalContent: z.object({
    displayName: z.string(),
    description: z.string().optional(),
    theme: z.object({
      customColors: z.object({
        accentColor: color,
        backgroundColor: color,
        errorValidationColor: color,
        headerColor: color,
        navigationColor: color,
        textColor: color,
      }),
    }),
  }),
  includedPortalProductArns: z.array(z.string()).optional(),
  logoUri: z.string().optional(),
  rumAppMonitorName: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
});
const changes = members.omit({ tags: true }).partial();
const publication = z.object({ description: z.string().optional() });

/** Hosted zone of the name that a portal's own name is an alias of: CloudFront's, the same for all. */
const HOSTED_ZONE = 'Z2FDTNDATAQYW2';

const idOf = (call: OperationCall) => label(call, 'portalId');

/** Sites that show products; what readers see is what was published. */
export const portals: Runs = {
  CreatePortal: async (call) => {
    const { includedPortalProductArns, ...rest } = await bodyOf(call, members);
    const input: PortalInput = { ...rest, ...productsOf(call, includedPortalProductArns) };
    const made = await call.door.control.portals.create(call.actor, input);
    return shape(call, made, rest.tags);
  },
  ListPortals: async (call) => {
    const all = await call.door.control.portals.list(call.actor);
    const page = paged(
      call,
      all,
      ({ portalId }) => portalId,
      (portal) => portal,
    );
    const arns = page.items.map((portal) => arnOf(call, portal));
    const tags = await call.door.control.tags.of(call.actor, arns);
    return { ...page, items: page.items.map((portal) => read(call, portal, tags[arnOf(call, portal)])) };
  },
  GetPortal: async (call) => tagged(call, await call.door.control.portals.get(call.actor, idOf(call))),
  UpdatePortal: async (call) => {
    const { includedPortalProductArns, ...rest } = await bodyOf(call, changes);
    const input: PortalUpdate = { ...rest, ...productsOf(call, includedPortalProductArns) };
    return tagged(call, await call.door.control.portals.update(call.actor, idOf(call), input));
  },
  DeletePortal: (call) => call.door.control.portals.delete(call.actor, idOf(call)),
  PublishPortal: async (call) => {
    const input = await bodyOf(call, publication);
    await call.door.control.portals.publish(call.actor, idOf(call), input);
    return {};
  },
  DisablePortal: async (call) => {
    await call.door.control.portals.disable(call.actor, idOf(call));
  },
  PreviewPortal: async (call) => {
    await call.door.control.portals.preview(call.actor, idOf(call));
    return {};
  },
};

function productsOf(call: OperationCall, arns: string[] | undefined) {
  return arns ? { portalProductIds: arns.map((arn) => productIdOf(call, arn)) } : {};
}

const arnOf = ({ door }: OperationCall, { portalId }: Portal) => portalArn(door, portalId);

async function tagged(call: OperationCall, portal: Portal) {
  return read(call, portal, await call.door.control.tags.get(call.actor, arnOf(call, portal)));
}

/** With its preview: publishing and previews are done when they are answered, so there is no state between. */
function read(call: OperationCall, portal: Portal, tags?: Tags) {
  const { preview } = portal;
  return {
    ...shape(call, portal, tags),
    ...(preview && { preview: { previewStatus: 'PREVIEW_READY', previewUrl: preview.previewUrl } }),
  };
}

function shape(call: OperationCall, portal: Portal, tags: Tags = {}) {
  const { portalContent, logoLastUploaded, lastPublished, lastPublishedDescription } = portal;
  return {
    portalId: portal.portalId,
    portalArn: arnOf(call, portal),
    authorization: portal.authorization,
    endpointConfiguration: endpointOf(portal),
    includedPortalProductArns: portal.portalProductIds.map((id) => productArn(call.door, id)),
    portalContent: {
      ...portalContent,
      theme: {
        ...portalContent.theme,
        ...(logoLastUploaded !== undefined && { logoLastUploaded: isoDate(logoLastUploaded) }),
      },
    },
    publishStatus: portal.publishStatus,
    lastModified: isoDate(portal.lastModified),
    ...(lastPublished !== undefined && { lastPublished: isoDate(lastPublished) }),
    ...(lastPublishedDescription !== undefined && { lastPublishedDescription }),
    ...(portal.rumAppMonitorName !== undefined && { rumAppMonitorName: portal.rumAppMonitorName }),
    tags,
  };
}

function endpointOf({ endpointConfiguration, portalDefaultDomainName }: Portal) {
  return {
    ...('acmManaged' in endpointConfiguration && endpointConfiguration.acmManaged),
    portalDefaultDomainName,
    portalDomainHostedZoneId: HOSTED_ZONE,
  };
}
