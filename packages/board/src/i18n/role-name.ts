import type { Role } from '@samtavla/protocol';
import * as m from './generated/messages.js';

const NAMES: Readonly<Record<Role, () => string>> = {
  facilitator: m.role_facilitator,
  participant: m.role_participant,
  viewer: m.role_viewer,
};

export const roleName = (role: Role): string => NAMES[role]();
