"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.tasks.views import extending, handing, listing, part, task

app_name = "tasks"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("tai-ve.csv", listing.export, name="export"),
    path("giao/<int:pk>/", handing.hand_out_plan, name="hand_out"),
    path("giao/<int:pk>/<int:clause_pk>/", handing.hand_out_clause, name="hand_out_clause"),
    path("<int:pk>/", task.task, name="task"),
    path("<int:pk>/duyet/", task.decide, name="decide"),
    path("<int:pk>/doi-han/", task.change_due, name="change_due"),
    path("<int:pk>/rut-lai/", task.withdraw, name="withdraw"),
    path("<int:pk>/giao-them/", task.add_members, name="add_members"),
    path("phan-viec/<int:pk>/", part.assignment, name="assignment"),
    path("phan-viec/<int:pk>/nhan/", part.receive, name="receive"),
    path("phan-viec/<int:pk>/tien-do/", part.tell, name="tell"),
    path("phan-viec/<int:pk>/duyet/", part.accept, name="accept"),
    path("phan-viec/<int:pk>/tra-lai/", part.send_back, name="send_back"),
    path("phan-viec/<int:pk>/rut/", part.take_off, name="take_off"),
    path("phan-viec/<int:pk>/khong-nhan/", part.decline, name="decline"),
    path("phan-viec/<int:pk>/xin-gia-han/", extending.asking, name="asking_extension"),
    path("gia-han/", extending.listing, name="extensions"),
    path("gia-han/<int:pk>/", extending.answering, name="answering_extension"),
    path("minh-chung/<int:pk>/", part.evidence, name="evidence"),
    path("minh-chung/<int:pk>/nho/", part.thumbnail, name="thumbnail"),
]
