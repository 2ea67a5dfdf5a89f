import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Bridges and tunnels of Docker, virtual machines and VPNs: nobody in the room reaches this machine by them. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|podman|cni|flannel|lxc|lxd|tun|tap|utun|wg|zt|tailscale|awdl|llw|bridge)/i;

type Interfaces = Readonly<
  Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>
>;

/** This machine's addresses on the local network, as a URL writes them, the likeliest to be reached first. */
export function localAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !isLinkLocal(address))
    .map(({ address, family }) => ({ host: family === 'IPv6' ? `[${address}]` : address, rank: rankOf(address) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ host }) => host);
}

/** Those that a machine gives itself when nobody gave it one; IPv6's need a zone that no other machine knows. */
const isLinkLocal = (address: string): boolean => address.startsWith('169.254.') || /^fe[89ab]/i.test(address);

/** Private IPv4 first, home and office networks before the large ones, which virtual networks use too. */
const RANKS = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./, /^\d+\.\d+\.\d+\.\d+$/];

function rankOf(address: string): number {
  const rank = RANKS.findIndex((range) => range.test(address));
  return rank === -1 ? RANKS.length : rank;
}
