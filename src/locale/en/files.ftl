# Words about pictures and documents.

picture-too-large = This file is too large; a picture may have up to { $most } MB.
picture-too-many-pixels = This picture has too many pixels; up to { $most } megapixels are accepted. Save it smaller and try again.
picture-unreadable = This picture is damaged or incomplete. Open it, save it again as JPEG and upload that copy.
picture-wrong-kind = Pictures must be JPEG, PNG or WebP. On an iPhone, choose “Most Compatible” in the camera settings, or send a screenshot of the photo.
picture-heic = Photographs in the iPhone’s own format (HEIC) cannot be read here. On the iPhone choose Settings › Camera › Formats › Most Compatible for the next ones; send this one to yourself by mail or save it as JPEG, and upload that.
picture-two-things = This file is a picture and something else at once (a web page, a PDF or an archive). Open it, save it again as JPEG and upload that copy.
picture-wrong-name = The name of this file ends in .{ $ending }, which is no photograph. Pictures must be JPEG, PNG or WebP.
upload-too-large = “{ $name }” is too large; a file may have up to { $most } MB.
problem-paper-kind = This must be a PDF, JPEG, PNG or WebP file.
problem-paper-one-file = One file at a time, please: put several pages into one PDF.
problem-attachments-many = At most { $most } files at a time, please.
problem-attachment = “{ $name }”: { $why }
problem-attachment-kind = This must be a picture (JPEG, PNG, WebP) or a PDF.
attachment-remove = Remove “{ $name }”
