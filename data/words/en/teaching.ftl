# Teaching: the subjects of the Folkeskole.

subject-danish = Danish
subject-maths = maths
subject-english = English
subject-german = German
subject-french = French
subject-history = history
subject-social-studies = social studies
subject-geography = geography
subject-biology = biology
subject-physics-chemistry = physics/chemistry
subject-christian-studies = Christian studies
subject-nature-technology = nature/technology
subject-music = music
subject-art = art
subject-crafts = crafts and design
subject-home-economics = home economics
subject-pe = PE

head-subject = Subject
head-lessons = Lessons
head-level = Level
head-goal = Goal

teaching-empty = No children with a seat. The plan belongs to the child's course.
teaching-aim = Aim
teaching-no-plan = no plan yet
teaching-no-timetable = No timetable yet.
teaching-version = version { $number } · in force from { $day }
teaching-hours = Planned { $hours } h a week
