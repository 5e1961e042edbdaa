import { describe, expect, it } from 'vitest';
import { isEmbeddedContent } from '@/utils/page/audit/embedded-content';

describe('content of other sites', () => {
	it.each([
		'https://www.google.com/maps/embed?pb=!1m18!1m12',
		'https://www.google.fr/maps/d/u/0/embed?mid=1abc',
		'https://maps.google.com/maps?q=Lyon&output=embed',
		'https://www.openstreetmap.org/export/embed.html?bbox=1%2C2%2C3%2C4',
		'https://umap.openstreetmap.fr/fr/map/parcours-a-pied_123456?scaleControl=false',
		'https://docs.google.com/presentation/d/e/2PACX-1v/embed?start=false',
		'https://docs.google.com/forms/d/e/1FAIpQ/viewform?embedded=true',
		'https://drive.google.com/file/d/1AbC/preview',
		'https://view.officeapps.live.com/op/embed.aspx?src=https%3A%2F%2Fexample.org%2Fa.pptx',
		'https://www.slideshare.net/slideshow/embed_code/key/AbCd',
		'https://view.genially.com/60a1b2c3',
		'https://view.genial.ly/60a1b2c3/presentation',
		'https://www.canva.com/design/DAF1/view?embed',
		'https://prezi.com/p/embed/abcd/',
		'https://forms.office.com/Pages/ResponsePage.aspx?id=x&embed=true',
		'https://forms.cloud.microsoft/e/AbCd?embed=true',
		'https://form.typeform.com/to/AbCd',
		'https://app.wooclap.com/EVENT/questionnaires/1',
		'https://nuage.ecole.example:8443/apps/forms/embed/AbCd',
		'https://padlet.com/embed/abcd1234',
		'https://www.geogebra.org/material/iframe/id/abcd/width/700',
		'https://learningapps.org/watch?v=pabc123',
		'https://platform.twitter.com/embed/Tweet.html?id=1',
		'https://www.facebook.com/plugins/post.php?href=x',
		'https://www.instagram.com/p/AbCd/embed/captioned/',
		'https://www.linkedin.com/embed/feed/update/urn:li:share:1',
		'https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3k',
		'https://mastodon.social/@Mastodon/112233445566/embed',
		'https://open.spotify.com/embed/episode/AbCd',
		'https://w.soundcloud.com/player/?url=x',
	])('%s', (address) => {
		expect(isEmbeddedContent(address)).toBe(true);
	});

	it.each([
		'https://moodle.example/mod/lti/launch.php?id=3',
		'https://moodle.example/mod/page/view.php?id=3',
		'https://www.google.com/recaptcha/api2/anchor?k=x',
		'https://accounts.google.com/gsi/iframe/select',
		'https://www.youtube.com/embed/abc',
		'https://player.vimeo.com/video/1',
		'https://www.facebook.com/tr/?id=1',
		'https://platform.twitter.com/widgets/widget_iframe.html',
		'https://tool.example/docs.google.com/forms/d/1',
		'https://docs.google.com.evil.example/forms/d/1',
		'about:blank',
		'',
	])('not %s', (address) => {
		expect(isEmbeddedContent(address)).toBe(false);
	});
});
