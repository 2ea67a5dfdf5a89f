/** Two notes that overlap: what each of us sees, and what we have in common. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="19" height="19" rx="3" fill="#0c5c60" stroke="#ffffff40" />
      <rect x="11" y="11" width="19" height="19" rx="3" fill="#f0b93a" />
      <path d="M16 18h9M16 22.5h6" stroke="#362a0d" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
