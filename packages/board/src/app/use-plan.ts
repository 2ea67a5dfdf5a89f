import { readPlanFacts, readZones, type PlanFacts, type PlanZone } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';

export type Plan = { readonly facts: PlanFacts; readonly zones: readonly PlanZone[] };

const planIn = (doc: Y.Doc): Plan => ({ facts: readPlanFacts(doc), zones: readZones(doc) });

/** What the workshop is, as it stands now. Its title is empty until the plan has come. */
export function usePlan(doc: Y.Doc): Plan {
  const [plan, setPlan] = useState(() => planIn(doc));
  useEffect(() => {
    const read = () => setPlan(planIn(doc));
    read();
    doc.on('update', read);
    return () => doc.off('update', read);
  }, [doc]);
  return plan;
}
