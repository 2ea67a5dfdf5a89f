/** The operator's logo and name, as the server wrote them into the page; none of their own, and ours stands there. */
const written = (name: string): string | null =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;
const BRAND = { logo: written('brand-logo'), name: written('brand-name') };

/** Ours is two notes that overlap: what each of us sees, and what we have in common. */
export function Logo() {
  if (BRAND.logo !== null) return <img className="brand-logo" src={BRAND.logo} alt="" />;
  return (
    <svg width={28} height={28} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="19" height="19" rx="3" fill="#0c5c60" stroke="#ffffff40" />
      <rect x="11" y="11" width="19" height="19" rx="3" fill="#f0b93a" />
      <path d="M16 18h9M16 22.5h6" stroke="#362a0d" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

/** Whose page it is: «Samtavla», and beside it whoever runs it. */
export const BRAND_NAME = BRAND.name;
