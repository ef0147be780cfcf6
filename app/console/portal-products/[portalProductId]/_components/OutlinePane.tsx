'use client';

import { FilePlus2, ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { DisplayOrder } from '@/lib/model/portalSite';
import { appendToSection } from '../../displayOrder';
import { EndpointGroups } from './EndpointGroups';
import type { Outline } from './outline';
import { PageGroups } from './PageGroups';
import { SectionDialog } from './SectionDialog';

export interface OutlineProps {
  portalProductId: string;
  outline: Outline;
  order: DisplayOrder;
  onOrder: (order: DisplayOrder) => void;
  /** `page:{id}`, `endpoint:{id}` or `new-page` */
  shown: string;
  onOpen: (at: string) => void;
  /** what is open was deleted */
  onGone: () => void;
  editable: boolean;
}

/** Everything of the product in the order that readers see it, then the drafts. */
export function OutlinePane(props: OutlineProps & { onAddEndpoints: () => void }) {
  const { order, onOrder, onOpen, editable } = props;
  const [naming, setNaming] = useState(false);
  return (
    <>
      <nav
        aria-label="Pages and endpoints"
        className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-3 overflow-y-auto p-2"
      >
        <PageGroups {...props} />
        <EndpointGroups {...props} />
      </nav>
      {editable && (
        <div className="flex flex-wrap gap-1.5 border-t p-2">
          <Button size="sm" onClick={() => onOpen('new-page')}>
            <FilePlus2 aria-hidden />
            Add page
          </Button>
          <Button size="sm" onClick={props.onAddEndpoints}>
            <Plus aria-hidden />
            Add endpoints
          </Button>
          <Button size="sm" onClick={() => setNaming(true)}>
            <ListPlus aria-hidden />
            Add section
          </Button>
        </div>
      )}
      {naming && (
        <SectionDialog
          title="Add section"
          taken={order.contents.map(({ sectionName }) => sectionName)}
          onClose={() => setNaming(false)}
          onName={(sectionName) => {
            setNaming(false);
            onOrder(appendToSection(order, sectionName, []));
          }}
        />
      )}
    </>
  );
}
