/** What is dragged in one document, by this person and by others: one port, so that the wire behind it can change alone. */
import type { Drags } from '../binding/drags.ts';
import { pageClock, type Clock } from './clock.ts';
import { dragReceiver } from './drag-receiver.ts';
import { dragSender } from './drag-sender.ts';
import type { Messages } from './open-document.ts';
import type { Presence } from './presence.ts';
import type { Readable } from './signal.ts';

export type DragStream = Drags & { close(): void };

/** What it asks of presence: its own id, and whose are here. */
type Whereabouts = Pick<Presence, 'id'> & { readonly peers: Readable<readonly { readonly id: string }[]> };

export function dragStream(messages: Messages, presence: Whereabouts, clock: Clock = pageClock): DragStream {
  const receiver = dragReceiver(clock);
  let here = new Set<string>();
  const lookWhoLeft = () => {
    const before = here;
    here = new Set(presence.peers.get().map(({ id }) => id));
    receiver.left(new Set([...before].filter((id) => !here.has(id))));
  };
  const stops = [messages.subscribe((text) => receiver.receive(text)), presence.peers.subscribe(lookWhoLeft)];
  return {
    ...receiver,
    ...dragSender(
      (text) => messages.send(text),
      () => presence.id.get(),
      clock,
    ),
    close() {
      for (const stop of stops) stop();
      receiver.close();
    },
  };
}
