// One page for the whole attempt: questions come by fetch, the address follows by history.pushState.
const form = document.querySelector('#responseform');
const box = form.querySelector('.que');
const previous = document.querySelector('#mod_quiz-prev-nav');
const next = document.querySelector('#mod_quiz-next-nav');
const { sesskey } = globalThis.M.cfg;
const marks = [];
let current = { page: 0, questionCount: 0 };

const pageOf = () => Number(new URLSearchParams(location.search).get('page') ?? 0);

function addressOf(page) {
	const url = new URL(location.href);
	url.searchParams.set('page', String(page));
	return url;
}

function element(name, properties, ...children) {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
}

function showQuestion(question) {
	const choices = question.choices.map((choice, index) =>
		element('label', {}, element('input', { type: 'radio', name: 'choice', value: String(index) }), ` ${choice}`),
	);
	box.replaceChildren(
		element('div', { className: 'info', textContent: `Question ${question.page + 1} sur ${question.questionCount}` }),
		element('p', { className: 'qtext', textContent: question.text }),
		...(question.image
			? [element('img', { className: 'img-fluid', src: question.image, alt: 'Un terrier sous les racines d’un arbre' })]
			: []),
		element('div', { className: 'answer' }, ...choices),
	);
	previous.disabled = question.page === 0;
	next.hidden = false;
}

function showSummary() {
	const rightCount = marks.filter((mark) => mark?.isRight).length;
	box.replaceChildren(
		element('h3', { textContent: `Tentative terminée\u00A0: ${rightCount} sur ${current.questionCount}` }),
		element('ol', {}, ...marks.map((mark) => element('li', { textContent: mark?.explanation ?? 'Sans réponse.' }))),
	);
	next.hidden = true;
}

async function show(page) {
	if (current.questionCount > 0 && page >= current.questionCount) return showSummary();
	const response = await fetch(`/mod/quiz/question.php?sesskey=${sesskey}&page=${page}`);
	current = await response.json();
	showQuestion(current);
}

async function postAnswer() {
	const chosen = form.querySelector('input[name=choice]:checked');
	if (!chosen) return;
	const response = await fetch(`/lib/ajax/service.php?sesskey=${sesskey}&info=mod_quiz_save_attempt`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ page: current.page, choice: Number(chosen.value) }),
	});
	marks[current.page] = await response.json();
}

next.addEventListener('click', async () => {
	await postAnswer();
	history.pushState(null, '', addressOf(current.page + 1));
	await show(current.page + 1);
});
previous.addEventListener('click', () => history.back());
window.addEventListener('popstate', () => show(pageOf()));
show(pageOf());
