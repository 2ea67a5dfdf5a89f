import type { PlanZone } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';

/** What the board asks about, as text, while the canvas is on its way. */
export function BoardAsText({ zones, locale }: { zones: readonly PlanZone[]; locale: string }) {
  return (
    <div className="board-as-text">
      <output>{m.canvas_loading()}</output>
      <ul lang={locale}>
        {zones.map((zone) => (
          <li key={zone.id} data-tint={zone.tint}>
            <h2>{zone.title}</h2>
            <p>{zone.question}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
