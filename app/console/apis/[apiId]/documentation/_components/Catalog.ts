import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import {
  type DocumentationIndex,
  documentationIndex,
  type ResolvedDocumentation,
} from '@/lib/model/documentationIndex';
import type { DocumentedEntity } from '@/lib/model/documentedEntities';
import type { StoredPart } from './Workspace';

/** Where what a reader sees of a thing comes from. */
export type Source = 'part' | 'definition' | 'inherited' | 'none';

/** Entities and parts of an API by location; what each shows is resolved when it is asked for, and kept. */
export class Catalog {
  private readonly saidAt: Map<string, Record<string, unknown>>;
  private readonly partAt: Map<string, StoredPart>;
  private readonly index: DocumentationIndex;
  private readonly resolved = new Map<string, ResolvedDocumentation>();

  constructor(
    readonly entities: readonly DocumentedEntity[],
    readonly parts: readonly StoredPart[],
  ) {
    this.saidAt = new Map(entities.map(({ location, said }) => [locationKey(location), said]));
    this.partAt = new Map(parts.map((part) => [locationKey(part.location), part]));
    this.index = documentationIndex(parts);
  }

  isEntity = (location: DocumentationPartLocation) => this.saidAt.has(locationKey(location));
  said = (location: DocumentationPartLocation) => this.saidAt.get(locationKey(location)) ?? {};
  part = (location: DocumentationPartLocation) => this.partAt.get(locationKey(location));

  /** Parts for several things, or for what is not there (any more). */
  get shared(): StoredPart[] {
    return this.parts.filter(({ location }) => !this.isEntity(location));
  }

  shown(location: DocumentationPartLocation): ResolvedDocumentation {
    const key = locationKey(location);
    const found = this.resolved.get(key) ?? this.index.resolve(location, this.said(location));
    this.resolved.set(key, found);
    return found;
  }

  source(location: DocumentationPartLocation): Source {
    if (this.part(location)) return 'part';
    if (Object.keys(this.said(location)).length > 0) return 'definition';
    return Object.keys(this.shown(location).properties).length > 0 ? 'inherited' : 'none';
  }

  /** Entities that show something of the part at `location`. */
  shownBy(location: DocumentationPartLocation): DocumentationPartLocation[] {
    const key = locationKey(location);
    return this.entities
      .filter((entity) => entity.location.type === location.type)
      .map((entity) => entity.location)
      .filter((each) => Object.values(this.shown(each).from).some((from) => locationKey(from) === key));
  }
}
