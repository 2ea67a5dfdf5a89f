import { LIMITS, randomId, type NamedChoice, type PlanFacts } from '@samtavla/protocol';
import { useState, type FormEvent } from 'react';
import type { BoundDocument } from '../binding/bind.ts';
import * as m from '../i18n/generated/messages.js';
import { setDomains } from '../outline/domains.ts';
import { Modal } from '../ui/modal.tsx';

type Props = { plan: BoundDocument; facts: PlanFacts; onClose: () => void };

/** The fields that measures belong to: named, added and taken away. One without a name is none. */
export function DomainsDialog({ plan, facts, onClose }: Props) {
  const [domains, setDomainsHere] = useState<readonly NamedChoice[]>(facts.domains);
  const rename = (id: string, name: string) =>
    setDomainsHere(domains.map((one) => (one.id === id ? { id, name } : one)));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const named = domains.map(({ id, name }) => ({ id, name: name.trim() })).filter(({ name }) => name !== '');
    setDomains(plan, named);
    onClose();
  };
  return (
    <Modal title={m.measures_domains()} onClose={onClose}>
      <form className="domains" data-size="sm" onSubmit={save}>
        <p className="ds-paragraph">{m.measures_domains_about()}</p>
        <ol>
          {domains.map(({ id, name }, place) => (
            <li key={id}>
              <input
                className="ds-input"
                aria-label={m.measures_domain_name({ number: place + 1 })}
                lang={facts.locale}
                maxLength={LIMITS.nameCharacters}
                value={name}
                onChange={({ target }) => rename(id, target.value)}
              />
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                aria-label={m.measures_domain_remove({ name })}
                onClick={() => setDomainsHere(domains.filter((one) => one.id !== id))}
              >
                {m.remove()}
              </button>
            </li>
          ))}
        </ol>
        {domains.length < LIMITS.templateChoices && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => setDomainsHere([...domains, { id: randomId(), name: '' }])}
          >
            {m.measures_domain_add()}
          </button>
        )}
        <div className="actions">
          <button type="submit" className="ds-button">
            {m.measures_domains_save()}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {m.outline_cancel()}
          </button>
        </div>
      </form>
    </Modal>
  );
}
