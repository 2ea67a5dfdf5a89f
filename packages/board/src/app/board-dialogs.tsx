import type { RecordId } from '@samtavla/protocol';
import type { Connection } from '../session/connection.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import type { Plan } from './use-plan.ts';

const ShareDialog = lazyView(() => import('../share/share-dialog.tsx').then((module) => module.ShareDialog));
const AddZonesDialog = lazyView(() => import('./add-zones-dialog.tsx').then((module) => module.AddZonesDialog));
const SaveTemplateDialog = lazyView(() =>
  import('./save-template-dialog.tsx').then((module) => module.SaveTemplateDialog),
);
const VersionsDialog = lazyView(() =>
  import('../versions/versions-dialog.tsx').then((module) => module.VersionsDialog),
);
const DeleteDialog = lazyView(() => import('./delete-dialog.tsx').then((module) => module.DeleteDialog));

/** What a facilitator does with the board as a whole. */
export type BoardDialog = 'share' | 'add-zones' | 'save-template' | 'versions' | 'delete';

type Props = {
  dialog: BoardDialog;
  connection: Connection;
  session: StoredSession;
  plan: Plan;
  title: string;
  onShow: (zones: readonly RecordId[]) => void;
  onClose: () => void;
};

/** Fetched when one of them is opened: those who take part open none. */
export function BoardDialogs({ dialog, connection, session, plan, title, onShow, onClose }: Props) {
  const locale = plan.facts.locale;
  switch (dialog) {
    case 'share':
      return <ShareDialog session={session} title={title} onClose={onClose} />;
    case 'add-zones':
      return <AddZonesDialog connection={connection} locale={locale} onAdded={onShow} onClose={onClose} />;
    case 'save-template':
      return <SaveTemplateDialog connection={connection} session={session} title={title} onClose={onClose} />;
    case 'versions':
      return <VersionsDialog session={session} title={title} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog session={session} title={title} onStay={onClose} />;
  }
}
