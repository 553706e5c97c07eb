"""What a web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from dinhlang.base.whole import whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dinhlang.config.settings")
application = whole(get_wsgi_application())
