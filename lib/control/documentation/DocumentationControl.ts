import type {
  DocumentationPart,
  DocumentationPartLocation,
  DocumentationVersion,
} from '@/lib/model/documentation';
import type { Actor } from '@/lib/model/role';

/** Documentation parts and versions, as the control plane's face has them. */
export interface DocumentationControl {
  parts(actor: Actor, restApiId: string): Promise<(DocumentationPart & { id: string })[]>;
  /** What of the API no part is about, neither its own nor one that it inherits. */
  undocumented(actor: Actor, restApiId: string): Promise<DocumentationPartLocation[]>;
  createPart(actor: Actor, restApiId: string, input: DocumentationPart): Promise<{ id: string }>;
  updatePart(
    actor: Actor,
    restApiId: string,
    partId: string,
    input: { properties: string },
  ): Promise<{ id: string }>;
  deletePart(actor: Actor, restApiId: string, partId: string): Promise<void>;
  /** What a location shows: its own part laid over what it inherits, and where each member is from. */
  resolve(
    actor: Actor,
    restApiId: string,
    location: DocumentationPartLocation,
  ): Promise<{ properties: Record<string, unknown>; from: Record<string, DocumentationPartLocation> }>;
  /** Parts of an OpenAPI document (x-amazon-apigateway-documentation and what its descriptions say). */
  import(
    actor: Actor,
    restApiId: string,
    input: { document: string; mode: 'MERGE' | 'OVERWRITE'; failOnWarnings?: boolean },
  ): Promise<{ ids: string[]; warnings: string[] }>;
  /** newest first */
  versions(actor: Actor, restApiId: string): Promise<DocumentationVersion[]>;
  /** what a version has frozen, by location */
  versionParts(actor: Actor, restApiId: string, version: string): Promise<DocumentationPart[]>;
  /** Snapshot of all parts; `stageName` publishes it there. */
  createVersion(
    actor: Actor,
    restApiId: string,
    input: { version: string; description?: string; stageName?: string },
  ): Promise<DocumentationVersion>;
  updateVersion(
    actor: Actor,
    restApiId: string,
    version: string,
    input: { description: string },
  ): Promise<DocumentationVersion>;
  deleteVersion(actor: Actor, restApiId: string, version: string): Promise<void>;
}
