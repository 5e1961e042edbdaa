import { DEMO_COURSES, type DemoCourse, LESSONS, type Lesson } from '@/tests/course/study.ts';
import { escapeHtml, type PageFrame, typeset } from './page-frame.ts';

const KIND_NAMES: Readonly<Record<Lesson['module'], string>> = {
	page: 'Page',
	scorm: 'Module SCORM',
	quiz: 'Test',
	forum: 'Forum',
	resource: 'Fichier',
};

function activityItem(lesson: Lesson): string {
	const kind = lesson.video ? 'Video' : KIND_NAMES[lesson.module];
	const link = `<a class="aalink stretched-link" href="${escapeHtml(lesson.path)}"><span class="instancename">${typeset(lesson.title)}</span></a>`;
	return `<li class="activity ${lesson.module} modtype_${lesson.module}" id="module-${lesson.id}" data-for="cmitem" data-id="${lesson.id}"><span class="activitybadge">${kind}</span>${link}</li>`;
}

/** The page of a course: its sections and activities. */
export function coursePage(course: DemoCourse): PageFrame {
	const lessons = LESSONS.filter((lesson) => lesson.courseKey === course.key);
	const sections = [...new Set(lessons.map((lesson) => lesson.section))].map((section, index) => {
		const items = lessons.filter((lesson) => lesson.section === section).map(activityItem);
		return `<li id="section-${index + 1}" class="section course-section main"><h3 class="sectionname">${section}</h3><ul class="section img-text">${items.join('')}</ul></li>`;
	});
	return {
		title: course.name,
		bodyId: 'page-course-view-topics',
		bodyClasses: 'path-course path-course-view',
		course,
		lesson: null,
		main: `<div class="course-content"><ul class="topics">${sections.join('')}</ul></div>`,
	};
}

/** The learner's own page, outside any course. */
export function dashboardPage(): PageFrame {
	const cards = DEMO_COURSES.map((course) => {
		const count = LESSONS.filter((lesson) => lesson.courseKey === course.key).length;
		return `<a class="course-card" href="/course/view.php?id=${course.key}" data-course-id="${course.key}"><span class="coursename">${course.name}</span><span class="text-muted">${count} activités</span></a>`;
	});
	return {
		title: 'Mes cours',
		bodyId: 'page-my-index',
		bodyClasses: 'path-my',
		course: null,
		lesson: null,
		main: `<div class="dashboard-card-deck">${cards.join('')}</div>`,
	};
}
