/** Key of a course of a site. Hosts contain no space, so keys are unique. */
export function courseId(course: { readonly host: string; readonly courseKey: string }): string {
	return `${course.host} ${course.courseKey}`;
}
