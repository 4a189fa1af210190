# Words about pictures and documents.

picture-too-large = This file is too large; a picture may have up to { $most } MB.
picture-too-many-pixels = This picture has too many pixels; up to { $most } megapixels are accepted. Save it smaller and try again.
picture-unreadable = This picture is damaged or incomplete. Open it, save it again as JPEG and upload that copy.
picture-wrong-kind = Pictures must be JPEG, PNG or WebP. On an iPhone, choose “Most Compatible” in the camera settings, or send a screenshot of the photo.
upload-too-large = “{ $name }” is too large; a file may have up to { $most } MB.
problem-paper-kind = This must be a PDF, JPEG, PNG or WebP file.
problem-paper-one-file = One file at a time, please: put several pages into one PDF.
