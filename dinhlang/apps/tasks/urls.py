"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.api import acting, reading, together
from dinhlang.apps.tasks.api import heirs as heir_doors
from dinhlang.apps.tasks.api import inside as inside_doors
from dinhlang.apps.tasks.api import obstacles as obstacle_doors
from dinhlang.apps.tasks.views import extending, handing, heirs, inside, listing, many, money, obstacles, part, task

app_name = "tasks"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("tai-ve.csv", listing.export, name="export"),
    path("nhieu-phan/chuyen/", many.reassign, name="reassign_many"),
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
    path("phan-viec/<int:pk>/khong-thuoc-dien/", part.not_ours, name="not_ours"),
    path("phan-viec/<int:pk>/thong-nhat/", part.exempt, name="exempt"),
    path("phan-viec/<int:pk>/neu-vuong-mac/", obstacles.raising, name="raise_obstacle"),
    path("vuong-mac/", obstacles.listing, name="obstacles"),
    path("vuong-mac/<int:pk>/", obstacles.obstacle, name="obstacle"),
    path("vuong-mac/<int:pk>/tra-loi/", obstacles.answer, name="answer_obstacle"),
    path("vuong-mac/<int:pk>/chuyen-len/", obstacles.pass_up, name="pass_up_obstacle"),
    path("vuong-mac/<int:pk>/dong-y/", obstacles.settle, name="settle_obstacle"),
    path("vuong-mac/<int:pk>/neu-lai/", obstacles.again, name="raise_obstacle_again"),
    path("vuong-mac/tep/<int:pk>/", obstacles.file, name="obstacle_file"),
    path("ban-giao/", heirs.homeless, name="heirs"),
    path("ban-giao/<int:pk>/bo/", heirs.withdraw, name="withdraw_heir"),
    path("phan-viec/<int:pk>/ben-trong/", inside.shares, name="shares"),
    path("phan-viec/<int:pk>/cho-xem/", inside.show, name="show_inside"),
    path("ben-trong/<int:pk>/", inside.share, name="share"),
    path("ben-trong/<int:pk>/ghi/", inside.tell, name="tell_share"),
    path("ben-trong/<int:pk>/tra-lai/", inside.send_back, name="return_share"),
    path("ben-trong/<int:pk>/rut/", inside.withdraw, name="withdraw_share"),
    path("ben-trong/tep/<int:pk>/", inside.file, name="share_file"),
    path("phan-viec/<int:pk>/y-kien/", part.comment, name="comment"),
    path("phan-viec/<int:pk>/chuyen/", part.reassign, name="reassign"),
    path("phan-viec/<int:pk>/de-nghi-kinh-phi/", money.ask, name="ask_money"),
    path("phan-viec/<int:pk>/giao-kinh-phi/", money.allot, name="allot_money"),
    path("kinh-phi/<int:pk>/", money.of_plan, name="money"),
    path("kinh-phi/<int:pk>/tai-ve.csv", money.csv, name="money_csv"),
    path("kinh-phi/<int:pk>/tai-ve.xlsx", money.xlsx, name="money_xlsx"),
]
for_programs = people.routes(reading, acting, obstacle_doors, inside_doors, together, heir_doors)
