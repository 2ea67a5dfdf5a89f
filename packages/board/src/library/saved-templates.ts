import type { SavedTemplate, TemplateId } from '@samtavla/protocol';
import type { Template, Words } from '@samtavla/templates';
import { useCallback, useEffect, useState } from 'react';
import type { NoReason } from '../session/ask.ts';
import { templateApi } from '../session/template-api.ts';

/** A saved template as the gallery shows all templates. Its words are the same in each language: it has only its own. */
export function asTemplate({ id, name, description, content }: SavedTemplate): Template {
  const { zones, phases, guide, sectors, levels, domains, values } = content;
  const zoneId = (place: number) => `zone-${place}`;
  const minutes = phases.reduce((sum, phase) => sum + (phase.minutes ?? 0), 0);
  return {
    id,
    purpose: 'whole',
    name: inAll(name),
    description: inAll(description),
    guide: guide === '' ? null : inAll(guide),
    minutes: minutes === 0 ? null : minutes,
    people: { least: 1, most: null },
    zones: zones.map(({ title, question, ...zone }, place) => ({
      ...zone,
      id: zoneId(place),
      title: inAll(title),
      question: inAll(question),
    })),
    presets: [
      {
        id: 'saved',
        name: inAll(name),
        phases: phases.map((phase, place) => ({
          ...phase,
          id: `phase-${place}`,
          name: inAll(phase.name),
          zones: phase.zones.map(zoneId),
        })),
      },
    ],
    perspectives: sectors.map((choice) => ({ id: choice.id, name: inAll(choice.name) })),
    levels: levels.map((choice) => ({ id: choice.id, name: inAll(choice.name) })),
    domains: domains.map((choice) => ({ id: choice.id, name: inAll(choice.name) })),
    values: values.map((choice) => ({ id: choice.id, name: inAll(choice.name) })),
  };
}

const inAll = (text: string): Words => ({ nb: text, nn: text, en: text });

export type SavedTemplates = {
  readonly saved: readonly SavedTemplate[];
  /** Why the one that a link leads to is not there. */
  readonly problem: NoReason | null;
  readonly fetchAgain: () => Promise<void>;
};

/** Those for everyone on this server, and the ones that a link leads to or that were just brought in. */
export function useSavedTemplates(linked: readonly TemplateId[]): SavedTemplates {
  const [saved, setSaved] = useState<readonly SavedTemplate[]>([]);
  const [problem, setProblem] = useState<NoReason | null>(null);
  const key = linked.join();
  const show = useCallback(({ saved: found, problem: why }: Found) => {
    setProblem(why);
    setSaved(found);
  }, []);
  useEffect(() => void find(key).then(show), [key, show]);
  return { saved, problem, fetchAgain: async () => show(await find(key)) };
}

type Found = Pick<SavedTemplates, 'saved' | 'problem'>;

/** @param linked ids with commas between */
async function find(linked: string): Promise<Found> {
  const wanted = linked === '' ? [] : (linked.split(',') as TemplateId[]);
  const [listed, ...ones] = await Promise.all([templateApi.list(), ...wanted.map((id) => templateApi.one(id))]);
  const shared = listed.ok ? listed.value.saved : [];
  const own = ones.flatMap((one) => (one.ok ? [one.value] : []));
  const refused = ones.find((one) => !one.ok);
  return {
    saved: [...own, ...shared.filter(({ id }) => !own.some((one) => one.id === id))],
    problem: refused?.ok === false ? refused.reason : null,
  };
}
