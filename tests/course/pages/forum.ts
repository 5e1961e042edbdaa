import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';

const AUTHORS = [
	'Nadia Lefèvre',
	'Karim Benali',
	'Élise Moreau',
	'Thomas Petit',
	'Awa Diop',
	'Hugo Garnier',
	'Lin Tran',
];

const SUBJECTS = [
	'Escabeau ou plateforme ?',
	'Gants et produits',
	'Point de rassemblement',
	'Bruit dans l’atelier',
	'Travailler seul le soir',
	'Écran et fatigue des yeux',
	'Port de charges à deux',
	'Sol mouillé devant le quai',
	'Premiers jours d’un intérimaire',
];

const SENTENCES = [
	'Pour changer une ampoule à trois mètres, l’escabeau est-il encore permis ?',
	'Nos gants se percent avec le nouveau solvant.',
	'Le nôtre est sous des arbres, et par grand vent personne n’ose s’y tenir.',
	'À partir de combien de décibels faut-il un panneau à l’entrée ?',
	'Regardez d’abord si la tâche peut se faire d’en bas : une perche coûte moins cher qu’une plateforme.',
	'Le médecin du travail est venu voir le poste dans la semaine.',
	'Pensez à le noter dans le document unique : sans trace écrite, personne ne s’en souvient un an après.',
	'Chez nous, un essai de dix minutes avec toute l’équipe a suffi pour trouver une meilleure place.',
	'La fiche de données de sécurité donne la matière qui convient, à la rubrique 8.',
	'Nous avons peint une bande jaune, et les chariots la respectent.',
	'Le chef d’équipe relit la consigne avec chaque nouveau, avant la première tâche.',
	'Un appel toutes les heures, noté sur un cahier, a remplacé la ronde.',
	'La pause de cinq minutes par heure se prend mieux quand tout le monde la prend.',
	'Il a fallu deux réunions pour que l’on accepte de ranger les palettes ailleurs.',
];

/** A number that is always the same for the same words, spread evenly: the forum is long and varied, yet never changes. */
function pick(words: string, count: number): number {
	return createHash('sha256').update(words).digest().readUInt32BE() % count;
}

function sentences(words: string): string {
	const count = 2 + pick(`${words} count`, 4);
	return Array.from({ length: count }, (_, index) => SENTENCES[pick(`${words} ${index}`, SENTENCES.length)]).join(' ');
}

function post(id: number, sesskey: string): string {
	const author = AUTHORS[pick(`${id} author`, AUTHORS.length)];
	const subject = SUBJECTS[pick(`${id} subject`, SUBJECTS.length)];
	const day = `${1 + pick(`${id} day`, 28)} octobre 2026, ${8 + pick(`${id} hour`, 10)} h ${10 + pick(`${id} minute`, 50)}`;
	const replies = Array.from({ length: pick(`${id} replies`, 4) }, (_, index) => {
		return `<blockquote class="reply">${sentences(`${id} reply ${index}`)}</blockquote>`;
	});
	const region = createHash('sha256').update(`${id}`).digest('hex').slice(0, 16);
	const links = `<a href="/mod/forum/discuss.php?d=${id}#p${id}">Lien permanent</a> · <a href="/mod/forum/post.php?reply=${id}&amp;sesskey=${sesskey}">Répondre</a>`;
	return `<article class="forumpost" id="p${id}" data-post-id="${id}" data-content="post-${region}"><header><h3>${subject}</h3><div class="text-muted">par ${author}, le ${day}</div></header><p>${sentences(`${id}`)}</p>${replies.join('')}<p class="text-muted">${links}</p></article>`;
}

/** Two hundred discussions with their replies: long as real forums are. */
export function forumPosts(sesskey: string): string {
	const posts = Array.from({ length: 200 }, (_, index) => post(400 + index, sesskey));
	return `<div class="discussion-list">${posts.join('')}</div>`;
}

/** A page that is compressed while it is made: its length is unknown when its headers leave, so it goes in chunks. */
export async function* streamGzip(text: string): AsyncGenerator<Uint8Array> {
	const gzip = createGzip();
	const feed = async () => {
		for (let start = 0; start < text.length; start += 8192) {
			gzip.write(text.slice(start, start + 8192));
			gzip.flush();
			await wait(5);
		}
		gzip.end();
	};
	const feeding = feed();
	yield* gzip;
	await feeding;
}
