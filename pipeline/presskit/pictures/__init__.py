"""Pictures of what was read: each page with its sections tinted, and every value boxed and labelled in the margin."""

from presskit.pictures.drawing import Picture, pictures
from presskit.pictures.marks import marks_of
from presskit.pictures.page import write_page
from presskit.pictures.png import write_png
from presskit.pictures.sheets import sheets

__all__ = ["Picture", "marks_of", "pictures", "sheets", "write_page", "write_png"]
