/** The toolbar of a browser with its list of extensions: where Sobrio's icon is, and what keeps it in sight. Text beside it says the same. */
export function PinPicture({ isFirefox }: { readonly isFirefox: boolean }) {
	return (
		<svg class="pin" viewBox="0 0 320 122" aria-hidden="true">
			<rect class="bar" x="0.5" y="0.5" width="319" height="34" rx="8" />
			<rect class="address" x="12" y="8" width="206" height="19" rx="9.5" />
			<image href="/icon/32.png" x="230" y="9" width="16" height="16" />
			<circle class="ring" cx="238" cy="17" r="12" />
			<path class="puzzle" d={PUZZLE} transform="translate(262 9)" />
			<circle class="dots" cx="300" cy="17" r="1.6" />
			<circle class="dots" cx="300" cy="11.5" r="1.6" />
			<circle class="dots" cx="300" cy="22.5" r="1.6" />
			<rect class="menu" x="130.5" y="42.5" width="176" height="75" rx="8" />
			<rect class="line" x="144" y="54" width="80" height="7" rx="3.5" />
			<image href="/icon/32.png" x="144" y="76" width="20" height="20" />
			<text x="172" y="91">
				Sobrio
			</text>
			<path class="hand" d={isFirefox ? GEAR : PIN} transform="translate(277 77)" />
			<circle class="ring" cx="286" cy="86" r="15" />
		</svg>
	);
}

const PUZZLE =
	'M6 2.5a2 2 0 0 1 4 0V4h3.5v3.5H12a2 2 0 0 0 0 4h1.5V15h-4v-1.5a2 2 0 0 0-4 0V15H2v-3.5h1.5a2 2 0 0 0 0-4H2V4h4z';
const PIN = 'M6 2h6l-.8 1.4v4.2L13.6 10v1.4H9.8L9 17l-.8-5.6H4.4V10l2.4-2.4V3.4z';
const GEAR =
	'M9 5.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM8 1.5h2l.4 2 1.7.7 1.7-1.1 1.4 1.4-1.1 1.7.7 1.7 2 .4v2l-2 .4-.7 1.7 1.1 1.7-1.4 1.4-1.7-1.1-1.7.7-.4 2H8l-.4-2-1.7-.7-1.7 1.1-1.4-1.4 1.1-1.7-.7-1.7-2-.4V8l2-.4.7-1.7-1.1-1.7 1.4-1.4 1.7 1.1 1.7-.7z';
