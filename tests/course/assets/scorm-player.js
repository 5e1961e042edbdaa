// The package lives on another host, so it tells its progress by message; the page hands it to the server as Moodle does.
const frame = document.querySelector('#scorm_object');
const status = document.querySelector('#scormstatus');

window.addEventListener('message', async (event) => {
	if (event.source !== frame.contentWindow || event.data?.element !== 'cmi.progress_measure') return;
	const percent = Math.round(event.data.value * 100);
	status.textContent = `Avancement\u00A0: ${percent}\u00A0%`;
	const body = new URLSearchParams({ scoid: '14', attempt: '1', 'cmi.progress_measure': String(event.data.value) });
	await fetch(`/mod/scorm/datamodel.php?sesskey=${globalThis.M.cfg.sesskey}`, { method: 'POST', body });
});
